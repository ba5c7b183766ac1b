/** How urgent a clock looks. The order is the order of need. */
export type Urgency = 'plain' | 'near' | 'critical' | 'broken';

/** When a clock changes its look. A share is of the whole span; seconds are what is left. */
export interface ClockThresholds {
  readonly nearShare: number;
  readonly nearSeconds: number;
  readonly criticalShare: number;
  readonly criticalSeconds: number;
}

/** The defaults of the design: amber at a quarter or three minutes left, red at a tenth or two minutes left. */
export const DEFAULT_THRESHOLDS: ClockThresholds = {
  nearShare: 0.25,
  nearSeconds: 180,
  criticalShare: 0.1,
  criticalSeconds: 120,
};

/** Looks of a promise with `left` seconds to go out of `span` seconds; without a span only the seconds decide. */
export function urgencyOf(left: number, span: number | null, limits = DEFAULT_THRESHOLDS): Urgency {
  if (left < 0) return 'broken';
  const share = span !== null && span > 0 ? left / span : 1;
  if (share <= limits.criticalShare || left <= limits.criticalSeconds) return 'critical';
  if (share <= limits.nearShare || left <= limits.nearSeconds) return 'near';
  return 'plain';
}

/** Looks of a caller who has waited for so many seconds. */
export function waitingUrgency(seconds: number, nearAfter = 15, criticalAfter = 60): Urgency {
  if (seconds > criticalAfter) return 'critical';
  return seconds > nearAfter ? 'near' : 'plain';
}

/** The sign that goes with the colour. */
export const URGENCY_SIGN: Record<Urgency, string> = { plain: '', near: '△', critical: '▲', broken: '!' };
