import type { Feature, FeatureCollection, LineString, Point } from 'geojson';

/** Longitude first, as MapLibre wants it; WGS-84. */
export type LngLat = readonly [number, number];

interface At {
  readonly id: string;
  readonly at: LngLat;
  readonly label?: string | undefined;
  /** Labels that collide: the larger need stays. */
  readonly need?: number;
}

/** A broken-down truck: round, its arrow shows the course. */
export interface TruckMark extends At {
  readonly kind: 'truck';
  readonly look: 'own' | 'plain' | 'near' | 'broken' | 'stale';
  readonly courseDegrees: number | null;
}

/** A station: square; a number is its rank, filled is the first choice, dashed with a cross is excluded. */
export interface StationMark extends At {
  readonly kind: 'station';
  readonly look: 'first' | 'able' | 'excluded' | 'plain';
  readonly rank?: number;
}

/** A place somebody told: a quote mark in a dashed circle. */
export interface ToldMark extends At {
  readonly kind: 'told';
}

/**
 * A line: to the first choice, between what was told and what was measured, a driven track, or a stretch of one on which
 * nothing was heard.
 */
export interface LineMark {
  readonly kind: 'line';
  readonly id: string;
  readonly look: 'choice' | 'gap' | 'track' | 'silence';
  readonly path: readonly LngLat[];
}

export type Mark = TruckMark | StationMark | ToldMark | LineMark;

const NEED_BY_KIND: Record<Exclude<Mark['kind'], 'line'>, number> = { truck: 3, told: 2, station: 1 };

/** The name of the picture; `icons.ts` draws it from that name. */
function pictureOf(mark: Exclude<Mark, LineMark>): string {
  if (mark.kind === 'station') return `station:${mark.look}:${mark.rank ?? ''}`;
  return mark.kind === 'truck' ? `truck:${mark.look}` : 'told::';
}

function pointFeature(mark: Exclude<Mark, LineMark>): Feature<Point> {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [...mark.at] },
    properties: {
      id: mark.id,
      kind: mark.kind,
      picture: pictureOf(mark),
      label: mark.label ?? '',
      turn: mark.kind === 'truck' ? (mark.courseDegrees ?? 0) : 0,
      // MapLibre places the smallest key first, and what is placed first stays.
      order: -(mark.need ?? NEED_BY_KIND[mark.kind]),
    },
  };
}

function lineFeature(mark: LineMark): Feature<LineString> {
  return {
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: mark.path.map((point) => [...point]) },
    properties: { id: mark.id, look: mark.look },
  };
}

export function pointsOf(marks: readonly Mark[]): FeatureCollection<Point> {
  const features = marks.flatMap((mark) => (mark.kind === 'line' ? [] : [pointFeature(mark)]));
  return { type: 'FeatureCollection', features };
}

/** The lines alone; the same ones when nothing but points changed, so that a long track is drawn once. */
export function sameLines(before: readonly LineMark[], marks: readonly Mark[]): readonly LineMark[] {
  const now = marks.filter((mark): mark is LineMark => mark.kind === 'line');
  const isSame = now.length === before.length && now.every((line, index) => line === before[index]);
  return isSame ? before : now;
}

export function linesOf(marks: readonly Mark[]): FeatureCollection<LineString> {
  const features = marks.flatMap((mark) => (mark.kind === 'line' ? [lineFeature(mark)] : []));
  return { type: 'FeatureCollection', features };
}
