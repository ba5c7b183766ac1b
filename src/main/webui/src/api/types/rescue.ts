/** One station’s trip for one event. */
import type { ProvenanceKind } from '../../design/parts/Provenance';
import type { PriorityLevel } from '../../design/parts/Tags';
import type { ActorView } from './common';
import type { Ranking, StationSummary } from './station';

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
