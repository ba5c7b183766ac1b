// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { chartTop, longestWaitingSince, percentOf, type CallsToday } from '../src/pages/supervisor/report';

describe('the supervisor’s figures', () => {
  it('never round a missed target up to a reached one', () => {
    expect(percentOf(8_999, 10_000)).toBe(89.9);
    expect(percentOf(9_000, 10_000)).toBe(90);
  });

  it('have no share of nobody', () => {
    expect(percentOf(0, 0)).toBeNull();
  });

  it('let the longest wait go on between two readings', () => {
    const today = { asOf: '2026-01-14T02:16:20.500Z', longestWaitSeconds: 20.5 } as CallsToday;
    expect(longestWaitingSince(today)).toBe('2026-01-14T02:16:00.000Z');
    expect(longestWaitingSince({ ...today, longestWaitSeconds: null })).toBeNull();
  });
});

describe('the chart of half hours', () => {
  it('ends at a round number in four whole steps, at or above the tallest bar', () => {
    for (let most = 0; most <= 1_000; most++) {
      const top = chartTop(most);
      expect(top).toBeGreaterThanOrEqual(most);
      expect(Number.isInteger(top / 4)).toBe(true);
      // Never so tall that the bars are lost at the bottom of it.
      if (most > 4) expect(top).toBeLessThanOrEqual(most * 2.5 + 4);
    }
  });
});
