import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import { api } from '../api/client';

/** One recording of a call, as the service tells it. */
export interface Recording {
  readonly id: string;
  readonly callId: string | null;
  readonly endedAt: string;
  readonly durationSeconds: number;
  /** 2 when both sides are apart: first the recorded line, then the other side. */
  readonly channels: number;
  readonly held: boolean;
  readonly holdReason: string | null;
  readonly heldBy: string | null;
  readonly keptUntil: string | null;
  readonly removedAt: string | null;
}

/** The loudest sample of each stretch, 0 to 255, channel by channel. */
export interface Waveform {
  readonly durationSeconds: number;
  readonly channels: readonly (readonly number[])[];
}

const keyOf = (callId: string) => ['recordings', 'of', callId] as const;

export function useRecordings(callId: string) {
  return useQuery({
    queryKey: keyOf(callId),
    queryFn: ({ signal }) => api.get<readonly Recording[]>(`/calls/${callId}/recordings`, {}, signal),
  });
}

export function useWaveform(id: string) {
  return useQuery({
    queryKey: ['recordings', 'waveform', id],
    queryFn: ({ signal }) => api.get<Waveform>(`/recordings/${id}/waveform`, {}, signal),
    staleTime: Infinity,
  });
}

/** Holds a recording back from its removal, or lets it go, with the reason. */
export function useHold(recording: Recording) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      api.post<Recording>(`/recordings/${recording.id}/${recording.held ? 'release' : 'hold'}`, { reason }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['recordings', 'of'] }),
  });
}

/** Where the sound is; the browser asks for the parts it needs. */
export const audioOf = (id: string) => `/api/v1/recordings/${id}/audio`;

/** Which of the players on the page Space belongs to: the one used last. */
export const usePlayers = create<{ readonly chosen: string | null }>(() => ({ chosen: null }));
