import { QueryClient } from '@tanstack/react-query';
import { Problem } from './problem';

/** Refusals stay refusals; only silence and a tired neighbour are worth another try. */
function worthRetrying(failures: number, error: unknown): boolean {
  return failures < 2 && error instanceof Problem && (error.kind === 'OFFLINE' || error.kind === 'UPSTREAM');
}

/** What the page knows. The live feed keeps it fresh, so nothing is asked again just because time passed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: worthRetrying, refetchOnWindowFocus: false },
  },
});

/** Names of what is kept; the live feed and the pages must agree on them. */
export const keys = {
  session: ['session'] as const,
  settings: ['settings'] as const,
  summary: ['summary'] as const,
  liveCalls: ['calls', 'live'] as const,
  call: (id: string) => ['calls', 'one', id] as const,
  callerCard: (callId: string) => ['callerCard', callId] as const,
  events: (filter: object) => ['events', 'list', filter] as const,
  event: (id: string) => ['events', 'one', id] as const,
  timeline: (eventId: string) => ['events', 'timeline', eventId] as const,
  questions: (kind: string) => ['questions', kind] as const,
  rescues: (filter: object) => ['rescues', 'list', filter] as const,
  rescue: (id: string) => ['rescues', 'one', id] as const,
  callbacks: (filter: object) => ['callbacks', 'list', filter] as const,
  stations: (filter: object) => ['stations', 'list', filter] as const,
  station: (id: string) => ['stations', 'one', id] as const,
  nearest: (place: object) => ['stations', 'nearest', place] as const,
  spotChecks: (filter: object) => ['spotChecks', 'list', filter] as const,
  spotCheck: (id: string) => ['spotChecks', 'one', id] as const,
  vehicles: (filter: object) => ['vehicles', 'list', filter] as const,
  vehicle: (id: string) => ['vehicles', 'one', id] as const,
  position: (vehicleId: string) => ['vehicles', 'position', vehicleId] as const,
  track: (vehicleId: string, from: string, to: string) => ['vehicles', 'track', vehicleId, from, to] as const,
  report: ['report', 'today'] as const,
};
