/** Calls, desks and what is dialled. */
import type { DialResult } from './owedCalls';

export type CallState = 'OFFERED' | 'QUEUED' | 'RINGING' | 'ANSWERED' | 'ENDED' | 'ABANDONED';

export interface CallLeg {
  readonly uniqueid: string;
  readonly channel: string;
  readonly role: 'CALLER' | 'OPERATOR' | 'STATION' | 'CUSTOMER' | 'OTHER';
  readonly extension: string | null;
  readonly number: string | null;
  readonly startedAt: string;
  readonly ringingAt: string | null;
  readonly answeredAt: string | null;
  readonly endedAt: string | null;
  readonly hangupCause: number | null;
}

export type MenuChoice = 'RESCUE' | 'SERVICE' | 'COMPLAINT' | 'NONE';

export interface CallView {
  readonly id: string;
  readonly pbx: string;
  readonly linkedid: string;
  readonly direction: 'INBOUND' | 'OUTBOUND';
  readonly purpose: 'CALLBACK' | 'SPOT_CHECK' | 'DIRECT' | null;
  readonly state: CallState;
  readonly callerNumber: string | null;
  readonly dialedNumber: string | null;
  readonly offeredAt: string;
  readonly queuedAt: string | null;
  readonly ringingAt: string | null;
  readonly answeredAt: string | null;
  readonly endedAt: string | null;
  readonly abandonedAt: string | null;
  readonly ringingExtensions: readonly string[];
  readonly operatorExtension: string | null;
  readonly operatorId: string | null;
  readonly operatorName: string | null;
  readonly waitSeconds: number | null;
  readonly talkSeconds: number | null;
  readonly hangupCause: number | null;
  readonly rebuilt: boolean;
  /** What the caller said in the menu; null when not asked. */
  readonly choice: MenuChoice | null;
  /** The caller asked to be called back and hung up: not the same as giving up. */
  readonly callbackRequested: boolean;
  readonly legs: readonly CallLeg[];
}

export type DeskPhone = 'BROWSER' | 'DESK';

export type PauseReason =
  'BREAK' | 'MEAL' | 'PAPERWORK' | 'TRAINING' | 'MEETING' | 'TECHNICAL' | 'SUPERVISOR';

export interface DeskView {
  readonly extension: string;
  readonly userId: string;
  readonly userName: string;
  readonly pageId: string;
  readonly phone: DeskPhone;
  readonly state: 'READY' | 'PAUSED' | 'WRAP_UP';
  readonly reason: PauseReason | null;
  /** A pause that a supervisor ordered, and only a supervisor ends. */
  readonly forced: { readonly note: string; readonly byName: string } | null;
  readonly stateSince: string;
  readonly wrapUpUntil: string | null;
  readonly claimedAt: string;
  readonly heartbeatAt: string;
  readonly staleAt: string | null;
}

export interface DeskAnswer {
  readonly desk: DeskView | null;
  readonly browserPhone: boolean;
  readonly heartbeatMillis: number;
  readonly reasons: readonly PauseReason[];
}

/** What a browser phone signs on with. */
export interface SignOn {
  readonly socket: string;
  readonly uri: string;
  readonly username: string;
  readonly secret: string;
  readonly realm: string;
  readonly expiresAt: string;
  readonly iceServers: readonly string[];
}

export type CallStepKind =
  | 'CLAIMED'
  | 'CLAIM_MOVED'
  | 'HELD'
  | 'RESUMED'
  | 'MUTED'
  | 'UNMUTED'
  | 'ASKED'
  | 'ASK_ENDED'
  | 'HANDED_OVER'
  | 'TRANSFERRED'
  | 'CONFERENCED'
  | 'TAKEN_OVER';

export interface CallStep {
  readonly id: string;
  readonly callId: string;
  readonly at: string;
  readonly kind: CallStepKind;
  readonly extension: string | null;
  readonly target: string | null;
  readonly reason: string | null;
  readonly actorId: string | null;
  readonly actorName: string | null;
}

/** A call that somebody ordered from the page. */
export interface OutboundCall {
  readonly attemptId: string;
  readonly number: string;
  readonly callerId: string;
  readonly extension: string;
  readonly orderedByName: string | null;
  readonly eventId: string | null;
  readonly orderedAt: string;
  readonly refusal: string | null;
  readonly outcome: { readonly result: DialResult; readonly talkSeconds: number } | null;
}

export type SwitchMode = 'ASTERISK' | 'SIMULATOR' | 'DOWN';

/** One attached switch. */
export interface SwitchState {
  readonly pbx: string;
  readonly mode: SwitchMode;
  readonly listening: boolean;
  readonly lastHeardAt: string | null;
}

/** How fresh the view of the telephones is; of several switches it is that of the one heard of longest ago. */
export interface TelephonyState {
  readonly mode: SwitchMode;
  readonly pbx: string | null;
  readonly connected: boolean;
  readonly lastHeardAt: string | null;
  readonly viewAgeMillis: number | null;
  readonly waitingCalls: number;
  readonly switches: readonly SwitchState[];
}
