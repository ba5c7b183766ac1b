import { create } from 'zustand';
import type { LivePosition, TelephonyState } from '../api/types';
import { serverNow } from '../time/now';

interface LiveState {
  readonly connection: 'connecting' | 'open' | 'lost';
  /** Since when the connection is lost; null while it stands. */
  readonly lostSince: string | null;
  readonly telephony: TelephonyState | null;
  /** When the telephony state last came, by the service's clock. */
  readonly telephonyAt: string | null;
  readonly positionsAt: string | null;
}

/** What only the live feed tells. What REST also gives lives in the query cache. */
export const useLive = create<LiveState>(() => ({
  connection: 'connecting',
  lostSince: null,
  telephony: null,
  telephonyAt: null,
  positionsAt: null,
}));

export function nowIso(): string {
  return new Date(serverNow()).toISOString();
}

/** Last known places of the trucks, outside of React: two thousand of them move every second. */
const positions = new Map<string, LivePosition>();
type PositionListener = (moved: readonly LivePosition[]) => void;
const positionListeners = new Set<PositionListener>();

export function livePositions(): ReadonlyMap<string, LivePosition> {
  return positions;
}

export function takePositions(items: readonly LivePosition[]): void {
  items.forEach((item) => positions.set(item[0], item));
  useLive.setState({ positionsAt: nowIso() });
  positionListeners.forEach((listener) => listener(items));
}

/** Nothing of one person's trucks stays for the next. */
export function forgetPositions(): void {
  positions.clear();
}

/** Calls back with the trucks that moved. Returns what ends it. */
export function onPositions(listener: PositionListener): () => void {
  positionListeners.add(listener);
  return () => positionListeners.delete(listener);
}
