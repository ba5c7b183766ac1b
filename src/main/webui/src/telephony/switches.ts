import type { SwitchState, TelephonyState } from '../api/types';
import { secondsSince } from '../time/now';

/** Seconds after which a switch that says nothing makes the view amber. */
export const FRESH_SECONDS = 10;

/** The switches that are away now. */
export function awayOf(telephony: TelephonyState): readonly SwitchState[] {
  return telephony.switches.filter((one) => one.mode === 'DOWN');
}

/** When the first of some switches was last heard; null when one of them never was. */
export function heardLongestAgo(switches: readonly SwitchState[]): string | null {
  const heard = switches.map((one) => one.lastHeardAt);
  if (heard.includes(null)) return null;
  return heard.toSorted()[0] ?? null;
}

/**
 * Which of several switches make the whole view old, since they are silent for longer than is fresh; null when there is
 * nothing to name.
 */
export function silentOf(telephony: TelephonyState | null, now: number): string | null {
  if (telephony === null || telephony.switches.length < 2) return null;
  const silent = telephony.switches.filter(
    ({ lastHeardAt }) => lastHeardAt === null || secondsSince(lastHeardAt, now) > FRESH_SECONDS,
  );
  return silent.length === 0 ? null : silent.map((one) => one.pbx).join(' · ');
}
