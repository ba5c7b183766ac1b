import type { Feature, Point } from 'geojson';
import type { LivePosition } from '../api/types';
import { freshnessOf, type Freshness } from '../design/parts/freshness';

/** What a truck's arrow says besides where it is and whither it goes. */
export type CrowdAlarm = 'none' | 'warn' | 'sos';

const ALARMS: readonly CrowdAlarm[] = ['none', 'warn', 'sos'];

export function alarmOf(position: LivePosition): CrowdAlarm {
  return ALARMS[position[7] ?? 0] ?? 'none';
}

export function freshnessAt(position: LivePosition, now: number): Freshness {
  return freshnessOf((now - position[6]) / 1000);
}

/** What one source of the map has to be told. */
export interface CrowdChange {
  readonly add: Feature<Point>[];
  readonly remove: string[];
}

/** What changed among the many, which gather into clusters, and among those with an alarm, which never do. */
export interface CrowdChanges {
  readonly crowd: CrowdChange;
  readonly alarms: CrowdChange;
}

interface Drawn {
  readonly position: LivePosition;
  readonly picture: string;
  readonly isAlarm: boolean;
}

function featureOf(position: LivePosition, picture: string, alarm: CrowdAlarm): Feature<Point> {
  const [id, plate, latitude, longitude, course] = position;
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
    properties: { id, picture, turn: course ?? 0, plate: plate ?? '', order: alarm === 'sos' ? -2 : -1 },
  };
}

/**
 * The crowd as one map has drawn it. Told who moved, it answers with the difference alone: a map of two thousand trucks
 * of which a hundred moved is told of a hundred. React has no part in it.
 */
export class Crowd {
  private readonly drawn = new Map<string, Drawn>();

  /** The change by these trucks; those that look as before are left out. */
  take(moved: Iterable<LivePosition>, now: number): CrowdChanges {
    const crowd: CrowdChange = { add: [], remove: [] };
    const alarms: CrowdChange = { add: [], remove: [] };
    for (const position of moved) this.takeOne(position, now, crowd, alarms);
    return { crowd, alarms };
  }

  /** The change by time alone: fixes grow old while nobody moves. */
  age(now: number): CrowdChanges {
    return this.take(
      Array.from(this.drawn.values(), (each) => each.position),
      now,
    );
  }

  private takeOne(position: LivePosition, now: number, crowd: CrowdChange, alarms: CrowdChange): void {
    const [id] = position;
    const before = this.drawn.get(id);
    const alarm = alarmOf(position);
    const picture = `moving:${freshnessAt(position, now)}:${alarm}`;
    if (before?.position === position && before.picture === picture) return;
    const isAlarm = alarm !== 'none';
    this.drawn.set(id, { position, picture, isAlarm });
    (isAlarm ? alarms : crowd).add.push(featureOf(position, picture, alarm));
    if (before !== undefined && before.isAlarm !== isAlarm) (isAlarm ? crowd : alarms).remove.push(id);
  }
}

export function isNothing(change: CrowdChange): boolean {
  return change.add.length === 0 && change.remove.length === 0;
}
