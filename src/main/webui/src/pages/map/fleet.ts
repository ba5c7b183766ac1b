import { useEffect, useState } from 'react';
import type { LivePosition } from '../../api/types';
import { livePositions, onPositions } from '../../live/store';
import { alarmOf, freshnessAt } from '../../map/crowd';
import { serverNow } from '../../time/now';

export const GROUPS = ['all', 'alarm', 'fresh', 'ageing', 'stale'] as const;
export type Group = (typeof GROUPS)[number];

/** More rows than these nobody reads; the plate narrows them down. */
export const SHOWN = 100;

/** The list follows the map in this beat; the map itself shows every fix at once. */
const BEAT_MILLIS = 2000;

export interface Fleet {
  readonly counts: Readonly<Record<Group, number>>;
  /** Alarms first, then the newest fix; at most {@link SHOWN}. */
  readonly rows: readonly LivePosition[];
  /** How many fit group and words, shown or not. */
  readonly matching: number;
}

function isIn(position: LivePosition, group: Group, now: number): boolean {
  if (group === 'all') return true;
  return group === 'alarm' ? alarmOf(position) !== 'none' : freshnessAt(position, now) === group;
}

/** Sorts the trucks into the groups and finds those that are asked for. */
export function fleetOf(positions: Iterable<LivePosition>, group: Group, plate: string, now: number): Fleet {
  const counts: Record<Group, number> = { all: 0, alarm: 0, fresh: 0, ageing: 0, stale: 0 };
  const wanted = plate.trim().toUpperCase();
  const matching: LivePosition[] = [];
  for (const position of positions) {
    for (const each of GROUPS) if (isIn(position, each, now)) counts[each] += 1;
    if (isIn(position, group, now) && (position[1] ?? '').toUpperCase().includes(wanted))
      matching.push(position);
  }
  matching.sort((one, other) => (other[7] ?? 0) - (one[7] ?? 0) || byPlate(one, other));
  return { counts, rows: matching.slice(0, SHOWN), matching: matching.length };
}

/** By plate rather than by age: rows that jump about with every fix cannot be chosen. */
function byPlate(one: LivePosition, other: LivePosition): number {
  return (one[1] ?? '') < (other[1] ?? '') ? -1 : 1;
}

/** The trucks in the beat of the list. */
export function useFleet(group: Group, plate: string): Fleet {
  const [, setBeat] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = onPositions(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        setBeat((before) => before + 1);
      }, BEAT_MILLIS);
    });
    return () => {
      end();
      clearTimeout(timer);
    };
  }, []);
  return fleetOf(livePositions().values(), group, plate, serverNow());
}
