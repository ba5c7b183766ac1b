import { describe, expect, it } from 'vitest';
import type { LivePosition } from '../src/api/types';
import { Crowd, isNothing } from '../src/map/crowd';

const NOW = Date.parse('2026-01-14T02:00:00Z');

function truck(id: string, longitude: number, ageSeconds = 5, alarm = 0): LivePosition {
  return [id, `陕A${id}`, 34, longitude, 90, 60, NOW - ageSeconds * 1000, alarm];
}

const pictures = (features: readonly { properties: unknown }[]) =>
  features.map((feature) => (feature.properties as { picture: string }).picture);

describe('the crowd of trucks', () => {
  it('tells the map of those that moved and of no others', () => {
    const crowd = new Crowd();
    const standing = truck('1', 108);
    crowd.take([standing, truck('2', 109)], NOW);

    const change = crowd.take([standing, truck('2', 109.1)], NOW).crowd;

    expect(change.add.map((feature) => feature.id)).toEqual(['2']);
    expect(change.remove).toEqual([]);
  });

  it('says how old a fix is', () => {
    const change = new Crowd().take([truck('1', 108, 60), truck('2', 108, 61), truck('3', 108, 1801)], NOW);

    expect(pictures(change.crowd.add)).toEqual([
      'moving:fresh:none',
      'moving:ageing:none',
      'moving:stale:none',
    ]);
  });

  it('lets a fix grow old while nobody moves', () => {
    const crowd = new Crowd();
    crowd.take([truck('1', 108, 50), truck('2', 108, 5)], NOW);

    expect(isNothing(crowd.age(NOW + 1000).crowd)).toBe(true);
    expect(pictures(crowd.age(NOW + 20_000).crowd.add)).toEqual(['moving:ageing:none']);
  });

  it('takes a truck out of the crowd for as long as it has an alarm', () => {
    const crowd = new Crowd();
    crowd.take([truck('1', 108)], NOW);

    const raised = crowd.take([truck('1', 108, 4, 2)], NOW);
    const ended = crowd.take([truck('1', 108, 3, 0)], NOW);

    expect(raised.crowd).toEqual({ add: [], remove: ['1'] });
    expect(pictures(raised.alarms.add)).toEqual(['moving:fresh:sos']);
    expect(ended.alarms).toEqual({ add: [], remove: ['1'] });
    expect(pictures(ended.crowd.add)).toEqual(['moving:fresh:none']);
  });
});
