import type { PositionView, TrackView } from '../../api/types';
import type { LineMark, LngLat } from '../../map/marks';

/** One fix of a track. */
export interface TrackFix {
  readonly at: number;
  readonly place: LngLat;
  readonly speedKph: number | null;
  readonly courseDegrees: number | null;
  readonly source: PositionView['sourceKind'];
}

/** A stretch on which nothing was heard, in epoch milliseconds. */
export interface Silence {
  readonly after: number;
  readonly until: number;
}

export interface Track {
  readonly fixes: readonly TrackFix[];
  readonly silences: readonly Silence[];
  readonly isComplete: boolean;
}

export function trackOf(view: TrackView): Track {
  const { times, speedsKph, coursesDegrees, sources, gaps, complete } = view.properties;
  const places = view.geometry?.coordinates ?? [];
  const fixes = places.map((place, index): TrackFix => ({
    at: Date.parse(times[index] ?? ''),
    place,
    speedKph: speedsKph[index] ?? null,
    courseDegrees: coursesDegrees[index] ?? null,
    source: sources[index] ?? 'TERMINAL',
  }));
  const silences = gaps.map((gap) => ({ after: Date.parse(gap.after), until: Date.parse(gap.until) }));
  return { fixes, silences, isComplete: complete };
}

/** The index of the newest fix that is not later than the instant; -1 before the first. */
export function fixBefore(fixes: readonly TrackFix[], at: number): number {
  let low = 0;
  let high = fixes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((fixes[middle]?.at ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export function silenceAt(silences: readonly Silence[], at: number): Silence | null {
  return silences.find((each) => each.after < at && at < each.until) ?? null;
}

/** What was measured as a solid line for each stretch, what lies in a silence as a dashed one. */
export function trackLines(track: Track): readonly LineMark[] {
  const lines: LineMark[] = [];
  const breaks = new Set(track.silences.map((each) => each.after));
  let path: LngLat[] = [];
  const end = () => {
    if (path.length > 1) lines.push({ kind: 'line', id: `track ${lines.length}`, look: 'track', path });
  };
  track.fixes.forEach((fix, index) => {
    path.push(fix.place);
    const next = track.fixes[index + 1];
    if (next === undefined || !breaks.has(fix.at)) return;
    end();
    lines.push({
      kind: 'line',
      id: `silence ${lines.length}`,
      look: 'silence',
      path: [fix.place, next.place],
    });
    path = [];
  });
  end();
  return lines;
}

/** Where the instant lies between two others, from 0 to 1. */
export function shareOf(at: number, from: number, to: number): number {
  return to <= from ? 0 : Math.min(1, Math.max(0, (at - from) / (to - from)));
}
