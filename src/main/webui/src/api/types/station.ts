/** Stations, their duty phones and their ranking for a truck. */
import type { PlaceName } from './vehicle';

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
