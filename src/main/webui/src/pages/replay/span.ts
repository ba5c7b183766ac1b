import { serverNow } from '../../time/now';

const HOUR = 3_600_000;

/** Lengths of time people ask for, in hours. */
export const SPANS = [1, 6, 12, 24, 72, 168] as const;

/** What the service gives in one answer at most. */
export const LONGEST_HOURS = 31 * 24;

/** A longer track is thinned on the way: every fix of a week is more than a line on a screen can show. */
const EVERY_FIX_HOURS = 24;
const TOLERANCE_METERS = 15;

export interface Span {
  readonly from: string;
  readonly to: string;
}

/** The hours up to now; whole minutes, so that going back and forth asks the same again. */
export function lastHours(hours: number, now: number = serverNow()): Span {
  const to = Math.ceil(now / 60_000) * 60_000;
  return { from: new Date(to - hours * HOUR).toISOString(), to: new Date(to).toISOString() };
}

export function hoursOf(span: Span): number {
  return (Date.parse(span.to) - Date.parse(span.from)) / HOUR;
}

/** Whether a track of this length can be asked for. */
export function isAskable(span: Span): boolean {
  const hours = hoursOf(span);
  return hours > 0 && hours <= LONGEST_HOURS;
}

export function toleranceOf(span: Span): number | null {
  return hoursOf(span) <= EVERY_FIX_HOURS ? null : TOLERANCE_METERS;
}

/** The centre's clock has no summer time. */
const ZONE_OFFSET_MILLIS = 8 * HOUR;

/** An instant as people write it, in the centre's zone and with 24 hours whatever the browser is used to. */
export function fieldOf(instant: string): string {
  return new Date(Date.parse(instant) + ZONE_OFFSET_MILLIS).toISOString().slice(0, 16).replace('T', ' ');
}

const WRITTEN = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})$/;

/** What somebody wrote; null while it is no instant. */
export function instantOf(text: string): string | null {
  const [, day, time] = WRITTEN.exec(text.trim()) ?? [];
  const at = Date.parse(`${day}T${time}Z`);
  return Number.isNaN(at) ? null : new Date(at - ZONE_OFFSET_MILLIS).toISOString();
}
