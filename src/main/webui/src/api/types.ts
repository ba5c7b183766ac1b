/**
 * The shapes the service speaks, as its REST resources and its live feed give them. Instants are ISO-8601 in UTC;
 * durations carry their unit in the name; what is absent is null.
 */
import type { PriorityLevel } from '../design/parts/Tags';
import type { ProvenanceKind } from '../design/parts/Provenance';

export type Role = 'OPERATOR' | 'DISPATCHER' | 'SUPERVISOR' | 'ADMIN' | 'STATION' | 'FEED';

export interface UserView {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly extension: string | null;
  readonly language: string;
  readonly active: boolean;
}

export interface SessionView {
  readonly user: UserView;
  readonly demo: boolean;
}

export interface Settings {
  readonly demo: boolean;
  readonly tileUrl: string | null;
  readonly attribution: string | null;
  readonly zone: string;
  readonly hotlines: readonly { readonly number: string; readonly label: string }[];
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
}

export interface ActorView {
  readonly kind: 'USER' | 'SYSTEM' | 'STATION' | 'CALLER' | 'TERMINAL';
  readonly id: string;
  readonly name: string;
}

// ---- telephony

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

export interface TelephonyState {
  readonly mode: 'ASTERISK' | 'SIMULATOR' | 'DOWN';
  readonly pbx: string | null;
  readonly connected: boolean;
  readonly lastHeardAt: string | null;
  readonly viewAgeMillis: number | null;
  readonly waitingCalls: number;
}

// ---- vehicles

export interface VehicleView {
  readonly id: string;
  readonly vin: string;
  readonly plate: string | null;
  readonly model: string | null;
  readonly driveForm: string | null;
  readonly engineMake: string | null;
  readonly engineModel: string | null;
  readonly gearboxMake: string | null;
  readonly owner: { readonly name: string | null; readonly company: string | null } | null;
  readonly contacts: readonly {
    readonly name: string | null;
    readonly role: ContactRole;
    readonly number: string;
  }[];
  readonly terminals: readonly {
    readonly terminalPhone: string;
    readonly protocol: string;
    readonly online: boolean;
  }[];
  readonly vinCheckDigitWrong?: boolean;
  readonly sale?: {
    readonly batch: string | null;
    readonly soldOn: string | null;
    readonly warrantyUntil: string | null;
  };
  readonly version: number;
}

/** A terminal's time in a vehicle. */
export interface FittingView {
  readonly terminalPhone: string;
  readonly vehicleId: string;
  readonly plate: string | null;
  readonly fittedAt: string | null;
  readonly fittedBy: string | null;
  readonly removedAt: string | null;
  readonly removedBy: string | null;
}

/** What a file of vehicles would do to the register, or did. */
export interface ImportAnswer {
  readonly id: string;
  readonly fileName: string;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly bad: number;
  readonly badRows: readonly {
    readonly row: number;
    readonly name: string;
    readonly problems: readonly { readonly field: string; readonly message: string }[];
  }[];
  readonly ignoredHeadings: readonly string[];
  readonly takenAt: string | null;
}

/** How far a file is compared with the register, or written into it. */
export interface ImportProgress {
  readonly step: 'CHECKING' | 'WRITING';
  readonly done: number;
  readonly total: number;
}

export type DataQualityList =
  'TERMINAL_WITHOUT_VEHICLE' | 'VEHICLE_SILENT' | 'CLOCK_WRONG' | 'FIX_FROZEN' | 'STATION_WITHOUT_DUTY_PHONE';

export interface DataQualityCount {
  readonly list: DataQualityList;
  readonly count: number;
}

export interface DataQualityRow {
  readonly vehicleId: string | null;
  readonly stationId: string | null;
  readonly terminalPhone: string | null;
  readonly name: string | null;
  readonly hint: string | null;
  readonly since: string | null;
  readonly heardAt: string | null;
}

export interface PositionQueryOutcome {
  readonly result: 'ANSWERED' | 'NO_TERMINAL' | 'OFFLINE' | 'NO_ANSWER' | 'REFUSED';
  readonly position: PositionView | null;
  readonly waitedMillis: number;
}

export type ContactRole = 'DRIVER' | 'OWNER' | 'FLEET';

export interface PositionView {
  readonly vehicleId: string;
  readonly plate: string | null;
  readonly terminalPhone: string | null;
  readonly latitude: number;
  readonly longitude: number;
  readonly altitudeMeters: number | null;
  readonly speedKph: number | null;
  readonly courseDegrees: number | null;
  readonly ignitionOn: boolean | null;
  readonly fixedAt: string;
  readonly receivedAt: string;
  readonly sourceKind: 'TERMINAL' | 'HTTP';
  readonly alarm?: 'NONE' | 'WARNING' | 'SOS' | null;
  readonly placeName?: PlaceName | null;
}

/** The county a place lies in; names are data and stay Chinese in every language. */
export interface PlaceName {
  readonly code: string;
  readonly province: string;
  readonly city: string;
  readonly county: string;
  readonly text: string;
}

/** A kilometre post with its place on the ground. */
export interface RoadPlace {
  readonly road: string;
  readonly roadName: string | null;
  readonly postMeters: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly carriageway: 'INCREASING' | 'DECREASING' | null;
  readonly towards: string | null;
  readonly courseDegrees: number;
}

/** A GeoJSON feature; `times[i]` belongs to `coordinates[i]`. */
export interface TrackView {
  readonly type: 'Feature';
  readonly geometry: { readonly type: 'LineString'; readonly coordinates: [number, number][] } | null;
  readonly properties: {
    readonly times: readonly string[];
    readonly speedsKph: readonly (number | null)[];
    readonly coursesDegrees: readonly (number | null)[];
    readonly sources: readonly PositionView['sourceKind'][];
    readonly gaps: readonly { readonly after: string; readonly until: string }[];
    readonly complete: boolean;
  };
}

/**
 * One truck in the live feed: id, plate, latitude, longitude, course, speed in km/h, fix in epoch milliseconds, alarm
 * (0 none, 1 some alarm, 2 the driver's emergency button).
 */
export type LivePosition = readonly [
  id: string,
  plate: string | null,
  latitude: number,
  longitude: number,
  courseDegrees: number | null,
  speedKph: number | null,
  fixedAtMillis: number,
  alarm?: number,
];

// ---- stations

export type Capability =
  | 'CHASSIS'
  | 'ELECTRICAL'
  | 'ENGINE_WEICHAI'
  | 'ENGINE_CUMMINS'
  | 'GEARBOX_FAST'
  | 'TOWING'
  | 'TYRES'
  | 'NEW_ENERGY';

export type StationStatus = 'PREPARING' | 'ACTIVE' | 'SUSPENDED' | 'REVOKED';

export type SpotCheckVerdict =
  'ANSWERED_IN_TIME' | 'ANSWERED_LATE' | 'NO_ANSWER' | 'BUSY' | 'UNREACHABLE' | 'OUR_LINE_FAILED';

/** Claimed: not yet with the switch; only who asked for it knows of it. */
export type SpotCheckState = 'CLAIMED' | 'DIALLING' | 'DONE';

export interface DutyPhone {
  readonly id: string;
  readonly number: string;
  readonly label: string | null;
  readonly primary: boolean;
  readonly lastCheck: {
    readonly spotCheckId: string;
    readonly at: string;
    readonly verdict: SpotCheckVerdict;
    readonly ringSeconds: number | null;
  } | null;
}

export interface StationView {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly office: string;
  readonly officeCode?: string;
  readonly status: StationStatus;
  readonly starGrade: number | null;
  readonly headName: string | null;
  readonly headPhone: string | null;
  readonly dutyPhones: readonly DutyPhone[];
  readonly address: string | null;
  readonly placeName?: PlaceName | null;
  readonly latitude: number;
  readonly longitude: number;
  readonly capabilities: readonly Capability[];
  readonly mainModels?: string | null;
  readonly partsHint?: string | null;
  readonly nightOpening: boolean;
  readonly opensAt?: string;
  readonly closesAt?: string;
  readonly gaps?: readonly DataGap[];
  readonly rescueVans: number;
  readonly technicians: number;
  readonly serviceRadiusKm: number | null;
  readonly openJobs: number;
  readonly version: number;
}

/** Something missing from a station's record that will hurt at night. */
export type DataGap = 'NO_DUTY_PHONE' | 'NO_CAPABILITY' | 'NO_RESCUE_VAN' | 'NO_HEAD_PHONE';

export interface StationSummary {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly office: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly dutyPhone: string | null;
}

export type ReasonCode =
  | 'NEAREST'
  | 'HAS_CAPABILITY'
  | 'OPEN_AT_NIGHT'
  | 'VAN_FREE'
  | 'ANSWERED_LAST_CHECK'
  | 'HIGH_STAR_GRADE'
  | 'MISSED_LAST_CHECK'
  | 'BUSY_JOBS'
  | 'ALL_VANS_OUT'
  | 'OUTSIDE_RADIUS'
  | 'CLOSED_AT_NIGHT'
  | 'NOT_ABLE'
  | 'NOT_ACTIVE'
  | 'NO_DUTY_PHONE';

export interface RankingReason {
  readonly sign: 'FOR' | 'AGAINST';
  readonly code: ReasonCode;
  readonly arguments: Readonly<Record<string, unknown>>;
}

export interface Candidate {
  readonly rank: number;
  readonly station: StationSummary;
  readonly distanceMeters: number;
  readonly etaLowMinutes: number;
  readonly etaHighMinutes: number;
  readonly openJobs: number;
  readonly rescueVans: number;
  readonly reasons: readonly RankingReason[];
}

export interface ExcludedStation {
  readonly station: StationSummary;
  readonly distanceMeters: number;
  readonly reasons: readonly RankingReason[];
}

export interface Ranking {
  readonly id: string | null;
  readonly place: { readonly latitude: number; readonly longitude: number };
  readonly need: readonly Capability[];
  readonly rankedAt: string;
  readonly etaMethod: 'STRAIGHT_LINE_ESTIMATE';
  readonly candidates: readonly Candidate[];
  readonly excluded: readonly ExcludedStation[];
}

// ---- events

export type EventKind =
  | 'EMERGENCY_RESCUE'
  | 'REPAIR_REQUEST'
  | 'TECHNICAL_CONSULTATION'
  | 'PARTS_QUERY'
  | 'PRODUCT_COMPLAINT'
  | 'SERVICE_COMPLAINT'
  | 'SUGGESTION'
  | 'DISPUTE'
  | 'QUALITY_DEFECT'
  | 'POLICY_QUERY'
  | 'PRAISE'
  | 'WRONG_NUMBER';

export const EVENT_KINDS: readonly EventKind[] = [
  'EMERGENCY_RESCUE',
  'REPAIR_REQUEST',
  'TECHNICAL_CONSULTATION',
  'PARTS_QUERY',
  'PRODUCT_COMPLAINT',
  'SERVICE_COMPLAINT',
  'SUGGESTION',
  'DISPUTE',
  'QUALITY_DEFECT',
  'POLICY_QUERY',
  'PRAISE',
  'WRONG_NUMBER',
];

export type EventState = 'DRAFT' | 'OPEN' | 'CLOSED';

/** One condition of a row of the priority table: the kind (`KIND`) or a question's answer is one of these. */
export interface PriorityCondition {
  readonly about: string;
  readonly anyOf: readonly string[];
}

/** The row that decided, as it read at that moment. */
export interface PriorityRuleRef {
  readonly version: number;
  readonly row: number;
  readonly conditions: readonly PriorityCondition[];
}

export interface ToldPlace {
  readonly text: string;
  readonly highway: string | null;
  readonly direction: string | null;
  readonly postMeters: number | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly readBack: boolean;
}

/** How far the told place lies from the truck's own fix. */
export interface PlaceGap {
  readonly straightLineMeters: number | null;
  readonly alongRoadMeters: number | null;
  readonly method:
    'ALONG_ROAD' | 'STRAIGHT_LINE' | 'NO_ROAD_REFERENCE' | 'NO_POST' | 'UNKNOWN_ROAD' | 'UNKNOWN_POST';
  readonly disagrees: boolean;
  readonly told: RoadPlace | null;
  readonly measured: RoadPlace | null;
  /** The post that was probably said, when two digits changed over explain the gap. */
  readonly likelyPostMeters: number | null;
  /** All of it in one sentence. */
  readonly sentence: { readonly zh: string; readonly en: string };
}

/** Which place the operator settled on when told place and fix were both known. */
export type PlaceChoice = 'FIX' | 'TOLD' | 'UNDECIDED';

export type CallerRole = 'DRIVER' | 'OWNER' | 'FLEET' | 'OTHER';

export interface EventSummary {
  readonly id: string;
  readonly number: string;
  readonly kind: EventKind | null;
  readonly state: EventState;
  readonly openedAt: string;
  readonly priority: PriorityLevel | null;
  readonly vehicleId?: string | null;
}

export interface EventView {
  readonly id: string;
  readonly number: string;
  readonly state: EventState;
  readonly source: 'CALL' | 'MANUAL' | 'SOS';
  readonly kind: EventKind | null;
  readonly priority: PriorityLevel | null;
  readonly priorityRule: PriorityRuleRef | null;
  readonly caller: {
    readonly number: string | null;
    readonly name: string | null;
    readonly role: CallerRole | null;
  };
  readonly vehicle: {
    readonly id: string;
    readonly plate: string | null;
    readonly vin: string | null;
    readonly model: string | null;
    readonly engineMake: string | null;
  } | null;
  readonly toldPlace: ToldPlace | null;
  readonly fix: PositionView | null;
  readonly fixPost: RoadPlace | null;
  readonly toldPost: RoadPlace | null;
  readonly placeGap: PlaceGap | null;
  readonly placeChoice: PlaceChoice | null;
  readonly place: {
    readonly latitude: number | null;
    readonly longitude: number | null;
    readonly text: string | null;
    readonly provenance: ProvenanceKind;
    readonly placeName?: PlaceName | null;
  } | null;
  readonly answers: Readonly<Record<string, string>>;
  readonly story: string;
  readonly createdAt: string;
  readonly openedAt: string | null;
  readonly openedBy: string | null;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly closedAt: string | null;
  readonly closeReason: string | null;
  readonly calls: readonly { readonly callId: string; readonly at: string; readonly direction: string }[];
  readonly rescueJobId: string | null;
  readonly repeatWithin24h: readonly {
    readonly eventId: string;
    readonly number: string;
    readonly kind: EventKind | null;
    readonly state: EventState;
    readonly openedAt: string;
  }[];
  readonly mergedInto: string | null;
  readonly version: number;
}

/** What an operator may change in an event; only the fields that are named change. */
export interface EventEdit {
  readonly kind?: EventKind;
  readonly callerName?: string | null;
  readonly callerRole?: CallerRole | null;
  readonly vehicleId?: string | null;
  readonly toldPlace?: (Partial<ToldPlace> & { readonly text: string }) | null;
  readonly placeChoice?: PlaceChoice | null;
  /** Only the answers that change; an empty text takes one back. */
  readonly answers?: Readonly<Record<string, string>>;
  readonly story?: string;
}

export interface Question {
  readonly code: string;
  readonly order: number;
  readonly type: 'CHOICE' | 'TEXT';
  readonly choices: readonly { readonly value: string; readonly key: string }[];
  readonly kinds: readonly EventKind[];
}

export interface TimelineEntry {
  readonly id: string;
  readonly at: string;
  readonly recordedAt?: string;
  readonly actor: ActorView;
  readonly kind: string;
  readonly provenance: ProvenanceKind;
  readonly arguments: Readonly<Record<string, unknown>>;
}

export interface CallerCard {
  readonly callId: string;
  readonly callerNumber: string | null;
  readonly known: boolean;
  readonly name: string | null;
  readonly role: ContactRole | null;
  readonly company: string | null;
  readonly callCount: number;
  readonly firstCallAt: string | null;
  readonly vehicles: readonly {
    readonly vehicle: VehicleView;
    readonly position: PositionView | null;
    readonly likely: boolean;
  }[];
  readonly openEvents: readonly EventSummary[];
  readonly history: readonly EventSummary[];
  readonly eventId: string | null;
  readonly nearest: Ranking | null;
  /** Parts that could not be had in time. */
  readonly missing: readonly ('CALLS' | 'VEHICLES' | 'POSITIONS' | 'NEAREST')[];
}

// ---- rescue

export type RescueStage =
  | 'PENDING'
  | 'OFFERED'
  | 'ACCEPTED'
  | 'DECLINED'
  | 'UNANSWERED'
  | 'DEPARTED'
  | 'ARRIVED'
  | 'INSPECTING'
  | 'REPAIRING'
  | 'WAITING_FOR_PARTS'
  | 'SECOND_TRIP'
  | 'COMPLETED'
  | 'CALLBACK'
  | 'CLOSED'
  | 'CANCELLED';

export interface PromiseView {
  readonly kind: string;
  readonly dueAt: string;
  readonly startedAt: string | null;
}

export interface RescueJobView {
  readonly id: string;
  readonly number: string;
  readonly eventId: string;
  readonly eventNumber: string;
  readonly priority: PriorityLevel | null;
  readonly vehicle: {
    readonly id: string;
    readonly plate: string | null;
    readonly model: string | null;
  } | null;
  readonly place: {
    readonly latitude: number | null;
    readonly longitude: number | null;
    readonly text: string | null;
    readonly provenance: ProvenanceKind;
  } | null;
  readonly station: StationSummary | null;
  readonly stage: RescueStage;
  readonly stageSince: string;
  readonly stages: readonly {
    readonly stage: RescueStage;
    readonly at: string;
    readonly actor: ActorView;
    readonly provenance: ProvenanceKind;
  }[];
  readonly promise: PromiseView | null;
  readonly blockedBy: string | null;
  readonly trips: readonly {
    readonly number: number;
    readonly stationId: string;
    readonly startedAt: string;
    readonly endedAt: string | null;
  }[];
  readonly ranking: Ranking | null;
  readonly assignedBy: ActorView | null;
  readonly allowedTransitions: readonly RescueStage[];
  readonly version: number;
  readonly createdAt: string;
}

// ---- callbacks and spot checks

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

// ---- console

export interface SearchHit {
  readonly type: 'VEHICLE' | 'EVENT' | 'STATION' | 'CALL' | 'RESCUE';
  readonly id: string;
  readonly title: string;
  readonly subtitle: string | null;
}

export interface CallsSummary {
  readonly asOf: string;
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly waiting: number;
  readonly longestWaitSeconds: number | null;
  readonly averageAnswerSeconds: number | null;
  readonly averageHandleSeconds: number | null;
  readonly perDialedNumber: readonly { readonly dialedNumber: string; readonly waiting: number }[];
}
