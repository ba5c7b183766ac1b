import { describe, expect, it } from 'vitest';
import { urgencyOf, waitingUrgency } from '../src/design/parts/urgency';
import { freshnessOf } from '../src/design/parts/freshness';

describe('a clock', () => {
  it('is plain while more than a quarter and three minutes are left', () => {
    expect(urgencyOf(760, 1200)).toBe('plain');
  });

  it('turns amber at a quarter, or at three minutes', () => {
    expect(urgencyOf(2500, 10_000)).toBe('near');
    expect(urgencyOf(180, null)).toBe('near');
  });

  it('turns red at a tenth, or at two minutes', () => {
    expect(urgencyOf(1000, 10_000)).toBe('critical');
    expect(urgencyOf(120, 150)).toBe('critical');
  });

  it('is broken as soon as nothing is left', () => {
    expect(urgencyOf(0, 600)).toBe('critical');
    expect(urgencyOf(-0.5, 600)).toBe('broken');
  });

  it('shows a waiting caller amber past 15 seconds and red past a minute', () => {
    expect([15, 16, 60, 61].map((seconds) => waitingUrgency(seconds))).toEqual([
      'plain',
      'near',
      'near',
      'critical',
    ]);
  });
});

describe('the age of a fix', () => {
  it('is fresh for a minute and stale after half an hour', () => {
    expect([60, 61, 1800, 1801].map((seconds) => freshnessOf(seconds))).toEqual([
      'fresh',
      'ageing',
      'ageing',
      'stale',
    ]);
  });
});
