import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { keys } from '../../api/queries';

/** How a figure is made, in both languages; it stands beside the figure. */
interface Definition {
  readonly zh: string;
  readonly en: string;
}

export interface ServiceLevel {
  readonly thresholdSeconds: number;
  readonly numerator: number;
  readonly denominator: number;
  /** Null while nobody has called. */
  readonly percent: number | null;
  readonly targetPercent: number;
}

export interface DialedNumberFigures {
  readonly dialedNumber: string | null;
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly within15: number;
  readonly within20: number;
  readonly averageAnswerSeconds: number | null;
  readonly waiting: number;
}

export interface HalfHour {
  readonly start: string;
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly within15: number;
  readonly finished: boolean;
}

/** The calls offered in the last minutes. */
interface LastMinutes {
  readonly minutes: number;
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly serviceLevel: readonly ServiceLevel[];
}

export type OperatorState = 'TALKING' | 'RINGING' | 'FREE' | 'AWAY';

export interface OperatorNow {
  readonly id: string;
  readonly name: string;
  readonly extension: string;
  readonly state: OperatorState;
  readonly since: string | null;
  readonly callId: string | null;
}

/** The day since local midnight, counted by the service from its own ledger. */
export interface CallsToday {
  readonly asOf: string;
  readonly from: string;
  readonly definitions: Readonly<Record<string, Definition>>;
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly shortAbandoned: number;
  readonly serviceLevel: readonly ServiceLevel[];
  readonly averageAnswerSeconds: number | null;
  readonly averageHandleSeconds: number | null;
  readonly waiting: number;
  readonly longestWaitSeconds: number | null;
  readonly perDialedNumber: readonly DialedNumberFigures[];
  readonly halfHours: readonly HalfHour[];
  readonly lastMinutes: LastMinutes;
  readonly operators: readonly OperatorNow[];
}

/** Old enough to be worth counting again; the clocks on the page move by themselves. */
const REFRESH_MILLIS = 10_000;

export function useCallsToday() {
  return useQuery({
    queryKey: keys.report,
    queryFn: ({ signal }) => api.get<CallsToday>('/reports/calls/today', {}, signal),
    refetchInterval: REFRESH_MILLIS,
    staleTime: REFRESH_MILLIS,
  });
}

/** Whether a promise to answer in time was kept; unknown while nobody has called. */
export function verdictOf(level: ServiceLevel): 'met' | 'missed' | 'unknown' {
  if (level.percent === null) return 'unknown';
  return level.percent >= level.targetPercent ? 'met' : 'missed';
}

/** Share of callers who gave up, of all who called; null while nobody has. */
export function abandonedPercent(today: CallsToday): number | null {
  return today.offered === 0 ? null : (100 * today.abandoned) / today.offered;
}
