import { useQuery, type QueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { Problem } from '../api/problem';
import { keys } from '../api/queries';
import type { Page, Ranking, RescueJobView, RescueStage } from '../api/types';
import type { ProvenanceKind } from '../design/parts/Provenance';

/** The service's largest page; more open jobs than this would not be read by a person either. */
const MOST = 200;

/** Every job that is not closed, as the board shows it. */
export function useOpenRescues() {
  const filter = { open: true, size: MOST };
  return useQuery({
    queryKey: keys.rescues(filter),
    queryFn: ({ signal }) => api.get<Page<RescueJobView>>('/rescues', filter, signal),
  });
}

/** The ranking for a job, made and stored by the service when it is asked; `refetch` ranks again. */
export function useJobRanking(job: RescueJobView | null) {
  return useQuery({
    queryKey: ['rescues', 'ranking', job?.id ?? ''],
    queryFn: () => api.post<Ranking>(`/rescues/${job?.id ?? ''}/rank`, {}),
    enabled: job !== null,
    staleTime: 5 * 60_000,
  });
}

export interface Assignment {
  readonly stationId: string;
  readonly rankingId: string | null;
  readonly overrideReason?: string;
}

export function assign(job: RescueJobView, assignment: Assignment): Promise<RescueJobView> {
  return api.post<RescueJobView>(`/rescues/${job.id}/assign`, assignment, { version: job.version });
}

export interface Step {
  readonly to: RescueStage;
  readonly reason?: string;
  readonly provenance?: ProvenanceKind;
}

export function advance(job: RescueJobView, step: Step): Promise<RescueJobView> {
  return api.post<RescueJobView>(`/rescues/${job.id}/advance`, step, { version: job.version });
}

export function block(job: RescueJobView, reason: string | null): Promise<RescueJobView> {
  return api.post<RescueJobView>(`/rescues/${job.id}/blocked`, { reason }, { version: job.version });
}

/** Shows a job's new state at once; the live feed tells everybody else. */
export function keepJob(cache: QueryClient, job: RescueJobView): void {
  cache.setQueryData(keys.rescue(job.id), job);
  cache.setQueriesData<Page<RescueJobView>>({ queryKey: ['rescues', 'list'] }, (known) =>
    known === undefined
      ? known
      : { ...known, items: known.items.map((other) => (other.id === job.id ? job : other)) },
  );
  void cache.invalidateQueries({ queryKey: ['rescues', 'list'] });
}

/** The newer job that came with a refusal, when somebody was first. */
export function newerJobOf(error: unknown): RescueJobView | null {
  if (!(error instanceof Problem) || !error.isStale) return null;
  return error.current as RescueJobView | null;
}
