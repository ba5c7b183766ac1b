/** Calls the centre owes or makes by itself: callbacks and spot checks. */
import type { SpotCheckState, SpotCheckVerdict, StationSummary } from './station';

export type DialResult =
  'ANSWERED' | 'NO_ANSWER' | 'BUSY' | 'REJECTED' | 'UNREACHABLE' | 'OPERATOR_DID_NOT_ANSWER' | 'LINE_FAILED';

export type CallbackState = 'DUE' | 'CLAIMED' | 'DIALLING' | 'TALKING' | 'TO_CONFIRM' | 'DONE' | 'GIVEN_UP';

export interface CallbackAttempt {
  readonly id: string;
  readonly at: string;
  readonly operatorName: string | null;
  readonly result: DialResult | null;
  readonly ringSeconds: number | null;
  readonly talkSeconds: number | null;
  readonly verdict: 'REACHED' | 'NOT_REACHED' | null;
  /** The order never reached the switch, so nothing rang. */
  readonly neverDialled?: boolean;
  readonly note: string | null;
}

export interface CallbackView {
  readonly id: string;
  readonly reason: 'ABANDONED_CALL' | 'CALLER_REQUEST' | 'PROMISE' | 'POST_RESCUE';
  readonly number: string;
  readonly callId: string | null;
  readonly eventId: string | null;
  readonly createdAt: string;
  readonly dueAt: string;
  readonly deadlineAt: string | null;
  readonly state: CallbackState;
  readonly claimedBy: { readonly id: string; readonly name: string } | null;
  readonly attempts: readonly CallbackAttempt[];
  readonly note?: string | null;
  readonly settledByCallId?: string | null;
  readonly doneAt?: string | null;
  readonly version: number;
}

export interface SpotCheckView {
  readonly id: string;
  readonly station: StationSummary;
  readonly dutyPhone: { readonly id: string; readonly number: string };
  readonly state: SpotCheckState;
  readonly requestedBy: string;
  readonly requestedByName: string;
  readonly requestedAt: string;
  readonly dialledAt: string | null;
  readonly endedAt: string | null;
  readonly ringSeconds: number | null;
  /** The three-ring mark that was in force for this check. */
  readonly answerWithinSeconds: number;
  readonly verdict: SpotCheckVerdict | null;
  /** Whether it goes into the station's record; null until it is judged. */
  readonly counts: boolean | null;
  readonly hangupCause: number | null;
  readonly callId: string | null;
  /** The plan that drew it; null for a check asked for by hand. */
  readonly planId: string | null;
}
