/** Cases, their places and what the caller said. */
import type { ProvenanceKind } from '../../design/parts/Provenance';
import type { PriorityLevel } from '../../design/parts/Tags';
import type { ActorView } from './common';
import type { Ranking } from './station';
import type { ContactRole, PlaceName, PositionView, RoadPlace, VehicleView } from './vehicle';

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
