import { describe, expect, it } from 'vitest';
import type { TrackView } from '../src/api/types';
import { fieldOf, instantOf, isAskable, lastHours, toleranceOf } from '../src/pages/replay/span';
import { fixBefore, silenceAt, trackLines, trackOf } from '../src/pages/replay/track';

const minute = (at: number) => new Date(Date.parse('2026-01-14T02:00:00Z') + at * 60_000).toISOString();
const millis = (at: number) => Date.parse(minute(at));

function view(times: readonly number[], gaps: readonly (readonly [number, number])[]): TrackView {
  return {
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: times.map((at) => [109 + at / 100, 34]) },
    properties: {
      times: times.map(minute),
      speedsKph: times.map(() => 60),
      coursesDegrees: times.map(() => 90),
      sources: times.map(() => 'TERMINAL'),
      gaps: gaps.map(([after, until]) => ({ after: minute(after), until: minute(until) })),
      complete: true,
    },
  };
}

describe('a replayed track', () => {
  it('shows the newest fix that is not later than the moment', () => {
    const { fixes } = trackOf(view([0, 1, 2], []));

    expect(fixBefore(fixes, millis(0) - 1)).toBe(-1);
    expect(fixBefore(fixes, millis(1))).toBe(1);
    expect(fixBefore(fixes, millis(1) + 59_999)).toBe(1);
    expect(fixBefore(fixes, millis(99))).toBe(2);
  });

  it('draws a silence dashed and apart from what was measured', () => {
    const lines = trackLines(trackOf(view([0, 1, 30, 31], [[1, 30]])));

    expect(lines.map((line) => [line.look, line.path.length])).toEqual([
      ['track', 2],
      ['silence', 2],
      ['track', 2],
    ]);
  });

  it('draws one lonely fix between two silences without a line of its own', () => {
    const lines = trackLines(
      trackOf(
        view(
          [0, 1, 30, 60, 61],
          [
            [1, 30],
            [30, 60],
          ],
        ),
      ),
    );

    expect(lines.map((line) => line.look)).toEqual(['track', 'silence', 'silence', 'track']);
  });

  it('knows that it does not know where the truck was during a silence', () => {
    const { silences } = trackOf(view([0, 1, 30], [[1, 30]]));

    expect(silenceAt(silences, millis(1))).toBeNull();
    expect(silenceAt(silences, millis(15))).not.toBeNull();
    expect(silenceAt(silences, millis(30))).toBeNull();
  });
});

describe('the time that is replayed', () => {
  it('is written in the clock of the centre', () => {
    expect(fieldOf('2026-01-14T18:30:00.000Z')).toBe('2026-01-15 02:30');
    expect(instantOf('2026-01-15 02:30')).toBe('2026-01-14T18:30:00.000Z');
    expect(instantOf('')).toBeNull();
    expect(instantOf('2026-01-15 2')).toBeNull();
    expect(instantOf('2026-13-45 02:30')).toBeNull();
  });

  it('ends after it begins and is no longer than one answer carries', () => {
    const now = millis(0);

    expect(isAskable(lastHours(12, now))).toBe(true);
    expect(isAskable({ from: minute(1), to: minute(0) })).toBe(false);
    expect(isAskable(lastHours(31 * 24 + 1, now))).toBe(false);
  });

  it('is told with every fix for a day and thinned beyond', () => {
    expect(toleranceOf(lastHours(24, millis(0)))).toBeNull();
    expect(toleranceOf(lastHours(72, millis(0)))).toBe(15);
  });
});
