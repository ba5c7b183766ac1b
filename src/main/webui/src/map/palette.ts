/** The colours of the map, read from the page's own tokens so that light and dark have one source. */
const TOKENS = {
  sea: '--map-sea',
  land: '--map-land',
  foreign: '--map-foreign',
  county: '--map-county',
  prefecture: '--map-prefecture',
  province: '--map-province',
  coast: '--map-coast',
  name: '--map-name',
  halo: '--map-halo',
  panel: '--panel',
  text: '--text-1',
  dim: '--text-3',
  accent: '--accent',
  onAccent: '--on-accent',
  met: '--met',
  near: '--near',
  broken: '--broken',
  critical: '--critical',
  stale: '--stale',
} as const;

export type Palette = Record<keyof typeof TOKENS, string>;

export function readPalette(): Palette {
  const computed = getComputedStyle(document.documentElement);
  const entries = Object.entries(TOKENS).map(([name, token]) => [
    name,
    computed.getPropertyValue(token).trim(),
  ]);
  return Object.fromEntries(entries) as Palette;
}
