export type Freshness = 'fresh' | 'ageing' | 'stale';

/** Full dot up to a minute, half dot up to half an hour, dashed beyond. */
export function freshnessOf(seconds: number, freshFor = 60, usableFor = 1800): Freshness {
  if (seconds <= freshFor) return 'fresh';
  return seconds <= usableFor ? 'ageing' : 'stale';
}
