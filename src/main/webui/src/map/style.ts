import type {
  GeoJSONSourceSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import type { Palette } from './palette';

const NOTHING = { type: 'FeatureCollection' as const, features: [] };

/** Without `glyphs` in the style every letter is drawn from the fonts of this machine: no glyph server is needed. */
const FONT = ['Inter Variable', 'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC'];

const file = (name: string): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data: `/base-map/${name}.json`,
  tolerance: 0.4,
});
/** Arrows this close to each other gather into a figure, as long as the map is this far away. */
const CLUSTERS = { cluster: true, clusterRadius: 30, clusterMaxZoom: 9 } as const;

const empty = (): GeoJSONSourceSpecification => ({ type: 'geojson', data: NOTHING });

function boundary(
  id: string,
  source: string,
  color: string,
  width: number,
  minzoom: number,
): LayerSpecification {
  return { id, type: 'line', source, minzoom, paint: { 'line-color': color, 'line-width': width } };
}

function base(p: Palette): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': p.sea } },
    { id: 'world', type: 'fill', source: 'world', paint: { 'fill-color': p.foreign } },
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': p.land } },
    boundary('counties', 'counties', p.county, 1, 6.5),
    boundary('prefectures', 'prefectures', p.prefecture, 1, 4.5),
    {
      id: 'provinces',
      type: 'line',
      source: 'provinces',
      paint: {
        'line-color': ['match', ['get', 'line'], 'coast', p.coast, p.province],
        'line-width': ['match', ['get', 'line'], 'boundary', 1.6, 1.1],
      },
    },
  ];
}

function names(
  id: string,
  level: number,
  size: number,
  minzoom: number,
  maxzoom: number,
  p: Palette,
): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: 'names',
    minzoom,
    maxzoom,
    filter: ['==', ['get', 'level'], level],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': FONT,
      'text-size': size,
      'symbol-sort-key': ['-', ['get', 'area']],
      'text-padding': 6,
    },
    paint: { 'text-color': p.name, 'text-halo-color': p.halo, 'text-halo-width': 1.4 },
  };
}

function overlay(p: Palette): LayerSpecification[] {
  return [
    {
      id: 'lines',
      type: 'line',
      source: 'lines',
      filter: ['!=', ['get', 'look'], 'track'],
      paint: {
        'line-color': ['match', ['get', 'look'], 'gap', p.critical, 'silence', p.stale, p.met],
        'line-width': 2,
        'line-dasharray': [2, 1.6],
      },
    },
    {
      id: 'tracks',
      type: 'line',
      source: 'lines',
      filter: ['==', ['get', 'look'], 'track'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': p.accent, 'line-width': 3 },
    },
    ...crowd(p),
    {
      id: 'marks',
      type: 'symbol',
      source: 'marks',
      layout: {
        'icon-image': ['get', 'picture'],
        'icon-rotate': ['get', 'turn'],
        'icon-rotation-alignment': 'map',
        'icon-allow-overlap': true,
        'symbol-sort-key': ['get', 'order'],
        'text-field': ['get', 'label'],
        'text-font': FONT,
        'text-size': 12.5,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 1.25,
        'text-justify': 'auto',
        'text-optional': true,
        'text-max-width': 14,
      },
      paint: { 'text-color': p.text, 'text-halo-color': p.panel, 'text-halo-width': 2 },
    },
  ];
}

const ARROW = {
  'icon-image': ['get', 'picture'],
  'icon-rotate': ['get', 'turn'],
  'icon-rotation-alignment': 'map',
  'icon-allow-overlap': true,
  'icon-ignore-placement': true,
  'icon-size': ['interpolate', ['linear'], ['zoom'], 3, 0.75, 9, 1],
} satisfies SymbolLayerSpecification['layout'];

/** The many trucks: gathered while they would hide each other, an arrow each when the map is near; alarms never hide. */
function crowd(p: Palette): LayerSpecification[] {
  return [
    {
      id: 'crowd-clusters',
      type: 'circle',
      source: 'crowd',
      filter: ['has', 'point_count'],
      paint: {
        'circle-color': p.panel,
        'circle-stroke-color': p.dim,
        'circle-stroke-width': 1.4,
        'circle-radius': ['interpolate', ['linear'], ['get', 'point_count'], 2, 9, 50, 13, 500, 19, 2000, 24],
      },
    },
    {
      id: 'crowd-counts',
      type: 'symbol',
      source: 'crowd',
      filter: ['has', 'point_count'],
      layout: {
        'text-field': ['get', 'point_count_abbreviated'],
        'text-font': FONT,
        'text-size': 11.5,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': p.text },
    },
    {
      id: 'crowd',
      type: 'symbol',
      source: 'crowd',
      filter: ['!', ['has', 'point_count']],
      layout: ARROW,
    },
    {
      id: 'alarms',
      type: 'symbol',
      source: 'alarms',
      layout: {
        ...ARROW,
        'symbol-sort-key': ['get', 'order'],
        'text-field': ['get', 'plate'],
        'text-font': FONT,
        'text-size': 12,
        'text-offset': [0, 1.3],
        'text-anchor': 'top',
        'text-optional': true,
      },
      paint: { 'text-color': p.text, 'text-halo-color': p.panel, 'text-halo-width': 2 },
    },
  ];
}

interface Tiles {
  readonly url: string;
  readonly attribution: string | null;
}

function tileSource(tiles: Tiles): SourceSpecification {
  return { type: 'raster', tiles: [tiles.url], tileSize: 256, attribution: tiles.attribution ?? '' };
}

/** The quiet base with thin boundaries and few names, a configured tile layer over its land, and our own marks. */
export function mapStyle(p: Palette, tiles: Tiles | null): StyleSpecification {
  const raster: LayerSpecification[] =
    tiles === null ? [] : [{ id: 'tiles', type: 'raster', source: 'tiles' }];
  const placeNames =
    tiles === null
      ? [
          names('names-province', 1, 13, 2.5, 6.5, p),
          names('names-prefecture', 2, 12, 5.2, 10, p),
          names('names-county', 3, 12, 7.6, 24, p),
        ]
      : [];
  return {
    version: 8,
    sources: {
      world: file('world'),
      land: file('land'),
      provinces: file('provinces'),
      prefectures: file('prefectures'),
      counties: file('counties'),
      names: file('names'),
      ...(tiles === null ? {} : { tiles: tileSource(tiles) }),
      lines: empty(),
      crowd: { ...empty(), ...CLUSTERS },
      alarms: empty(),
      marks: empty(),
    },
    layers: [...base(p), ...raster, ...placeNames, ...overlay(p)],
  };
}
