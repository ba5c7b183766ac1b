import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../api/client';
import { keys } from '../../api/queries';
import type { CallView } from '../../api/types';

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
  readonly callbackRequested: number;
  readonly within15: number;
  /** Whom the service level counts, and so what a share divides by. */
  readonly counted15: number;
  readonly within20: number;
  readonly counted20: number;
  readonly averageAnswerSeconds: number | null;
  /** How often a caller was passed on. */
  readonly transfers: number;
  readonly talkSeconds: number;
  readonly waiting: number;
}

export interface HalfHour {
  readonly start: string;
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly within15: number;
  readonly counted15: number;
  readonly finished: boolean;
}

/** The calls offered in the last minutes. */
interface LastMinutes {
  readonly minutes: number;
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly callbackRequested: number;
  readonly serviceLevel: readonly ServiceLevel[];
  readonly perDialedNumber: readonly NumberLately[];
}

/** One hotline number in the last minutes. */
interface NumberLately {
  readonly dialedNumber: string | null;
  readonly offered: number;
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
  /** Who asked to be called back instead of waiting on; none of them is abandoned. */
  readonly callbackRequested: number;
  readonly serviceLevel: readonly ServiceLevel[];
  readonly averageAnswerSeconds: number | null;
  readonly averageHandleSeconds: number | null;
  readonly transfers: number;
  readonly talkSeconds: number;
  readonly waiting: number;
  readonly longestWaitSeconds: number | null;
  readonly perDialedNumber: readonly DialedNumberFigures[];
  readonly halfHours: readonly HalfHour[];
  readonly lastMinutes: LastMinutes;
  readonly operators: readonly OperatorNow[];
}

/** Old enough to be worth counting again; the clocks on the page move by themselves. */
const REFRESH_MILLIS = 10_000;

/** Calls that change in one breath are counted once. */
const PAUSE_MILLIS = 1_000;

/** The day's figures, counted again whenever a call changed. */
export function useCallsToday(calls: readonly CallView[] | undefined) {
  const report = useQuery({
    queryKey: keys.report,
    queryFn: ({ signal }) => api.get<CallsToday>('/reports/calls/today', {}, signal),
    refetchInterval: REFRESH_MILLIS,
    staleTime: REFRESH_MILLIS,
  });
  const { refetch } = report;
  const news = calls?.map((call) => `${call.id} ${call.state}`).join();
  useEffect(() => {
    if (news === undefined) return;
    const timer = setTimeout(() => void refetch(), PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [news, refetch]);
  return report;
}

/** Whether a promise to answer in time was kept; unknown while nobody has called. */
export function verdictOf(level: ServiceLevel): 'met' | 'missed' | 'unknown' {
  if (level.percent === null) return 'unknown';
  return level.percent >= level.targetPercent ? 'met' : 'missed';
}

/** Since when whoever waits longest has been waiting; null while nobody waits. */
export function longestWaitingSince(today: CallsToday): string | null {
  if (today.longestWaitSeconds === null) return null;
  return new Date(Date.parse(today.asOf) - 1000 * today.longestWaitSeconds).toISOString();
}

/** A share as the service rounds it: down to tenths, so that a missed target never looks reached; null of nobody. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((1000 * part) / whole) / 10;
}

/** The least round number of calls that the tallest bar fits below, in four equal steps. */
export function chartTop(most: number): number {
  const step = Math.max(1, Math.ceil(most / 4));
  const magnitude = 10 ** Math.floor(Math.log10(step));
  const nice = [1, 2, 5, 10].find((each) => each * magnitude >= step) ?? 10;
  return 4 * nice * magnitude;
}
