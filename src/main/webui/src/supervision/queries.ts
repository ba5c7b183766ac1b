import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { queryClient } from '../api/queries';

export type SupervisionMode = 'LISTEN' | 'WHISPER' | 'BARGE';

/** A supervisor in a call. */
export interface Supervision {
  readonly id: string;
  readonly callId: string;
  readonly supervisorId: string;
  readonly supervisorName: string;
  readonly mode: SupervisionMode;
  readonly joinedAt: string | null;
  readonly endedAt: string | null;
}

/** The name under which the supervisions of a call are kept; the live feed asks for them anew. */
export const supervisionsOf = (callId: string) => ['supervisions', callId] as const;

export function useSupervisions(callId: string) {
  return useQuery({
    queryKey: supervisionsOf(callId),
    queryFn: ({ signal }) => api.get<readonly Supervision[]>(`/calls/${callId}/supervisions`, {}, signal),
  });
}

export function useJoin() {
  return useMutation({
    mutationFn: ({ callId, mode }: { readonly callId: string; readonly mode: SupervisionMode }) =>
      api.post<Supervision>(`/calls/${callId}/supervisions`, { mode }),
    onSuccess: (joined) => queryClient.invalidateQueries({ queryKey: supervisionsOf(joined.callId) }),
  });
}

/** A telephone in a queue of the switch. */
export interface RosterMember {
  readonly pbx: string;
  readonly extension: string;
  readonly endpoint: string;
  readonly queue: string;
  readonly penalty: number;
  readonly state: 'FREE' | 'RINGING' | 'BUSY' | 'AWAY';
  readonly paused: boolean;
  readonly pausedReason: string | null;
  readonly callsTaken: number;
  /** Whether it is the telephone its operator has chosen; calls ring nowhere else. */
  readonly inUse: boolean;
}

interface Pause {
  readonly extension: string;
  readonly paused: boolean;
  readonly reason: string;
}

/** Takes an operator's telephones out of the queues, or puts them back. */
export function usePause() {
  return useMutation({
    mutationFn: ({ extension, paused, reason }: Pause) =>
      api.put<readonly RosterMember[]>(`/telephony/roster/${extension}/pause`, { paused, reason }),
    onSuccess: (roster) => queryClient.setQueryData(['roster'], roster),
  });
}

/** The switch is asked each time, so not too often. */
const ROSTER_MILLIS = 5_000;

export function useRoster() {
  return useQuery({
    queryKey: ['roster'],
    queryFn: ({ signal }) => api.get<readonly RosterMember[]>('/telephony/roster', {}, signal),
    refetchInterval: ROSTER_MILLIS,
  });
}
