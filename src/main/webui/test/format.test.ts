// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import {
  clockFigure,
  dayOf,
  distance,
  hourMinute,
  moment,
  roughDuration,
  timeOfDay,
} from '../src/i18n/format';

const NOW = '2026-01-14T02:14:07.123Z';

describe('figures', () => {
  it('show the time of the centre, wherever the browser is', () => {
    expect(timeOfDay(NOW)).toBe('10:14:07');
    expect(hourMinute('2026-01-14T16:05:00Z')).toBe('00:05');
  });

  it('show the day only when it is another one, and the year only when it is another one', () => {
    expect(moment('2026-01-13T16:30:00Z', NOW)).toBe('00:30');
    expect(moment('2026-01-13T12:06:00Z', NOW)).toBe('01-13 20:06');
    expect(dayOf('2025-08-02T00:00:00Z', NOW)).toBe('2025-08-02');
  });

  it('count clocks in whole seconds and never below nothing', () => {
    expect(clockFigure(18.9)).toBe('00:18');
    expect(clockFigure(3780)).toBe('1:03:00');
    expect(clockFigure(-192)).toBe('03:12');
  });

  it('round durations down to one unit', () => {
    expect(roughDuration(59.9, 'zh')).toBe('59 秒');
    expect(roughDuration(60, 'en')).toBe('1 min');
    expect(roughDuration(7199, 'zh')).toBe('1 时');
    expect(roughDuration(86400 * 2, 'en')).toBe('2 d');
  });

  it('give distances in metres when near and without decimals when far', () => {
    expect(distance(420.4)).toBe('420 m');
    expect(distance(30_440)).toBe('30.4 km');
    expect(distance(262_500)).toBe('263 km');
  });
});
