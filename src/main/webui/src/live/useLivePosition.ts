import { useSyncExternalStore } from 'react';
import type { LivePosition, PositionView } from '../api/types';
import { livePositions, onPositions } from './store';

/** A truck's place, from REST or from the live feed, whichever fix is newer. */
export interface TruckPlace {
  readonly latitude: number;
  readonly longitude: number;
  readonly courseDegrees: number | null;
  readonly speedKph: number | null;
  readonly fixedAt: string;
  readonly alarm?: PositionView['alarm'];
}

const ALARMS = ['NONE', 'WARNING', 'SOS'] as const;

function fromLive(position: LivePosition): TruckPlace {
  const [, , latitude, longitude, courseDegrees, speedKph, fixedAtMillis, alarm = 0] = position;
  const fixedAt = new Date(fixedAtMillis).toISOString();
  return { latitude, longitude, courseDegrees, speedKph, fixedAt, alarm: ALARMS[alarm] ?? null };
}

export function newerPlace(known: PositionView | null, live: LivePosition | undefined): TruckPlace | null {
  if (live === undefined) return known;
  return known !== null && Date.parse(known.fixedAt) >= live[6] ? known : fromLive(live);
}

/** Follows one truck. */
export function useLivePosition(vehicleId: string | null, known: PositionView | null): TruckPlace | null {
  const live = useSyncExternalStore(onPositions, () =>
    vehicleId === null ? undefined : livePositions().get(vehicleId),
  );
  return newerPlace(known, live);
}
