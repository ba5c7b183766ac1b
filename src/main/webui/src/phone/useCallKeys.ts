import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { keys } from '../api/queries';
import type { CallStep, CallView } from '../api/types';
import { useOwnDesk } from './desk';
import { toggleMute, useSoftPhone } from './softPhone';

/** Whether the phone in this page has the call, so that its keys work it. */
export function useSpeaksHere(): boolean {
  const own = useOwnDesk();
  const line = useSoftPhone((state) => state.line);
  return own?.phone === 'BROWSER' && line === 'talking';
}

/** What was done with a call, the oldest first. */
export function useCallSteps(callId: string) {
  return useQuery({
    queryKey: keys.callSteps(callId),
    queryFn: ({ signal }) => api.get<readonly CallStep[]>(`/calls/${callId}/steps`, {}, signal),
  });
}

/** Whether the last thing done was to bring everybody to one table. */
export function isConference(steps: readonly CallStep[]): boolean {
  return (
    steps.findLast((step) => ['ASKED', 'ASK_ENDED', 'CONFERENCED'].includes(step.kind))?.kind ===
    'CONFERENCED'
  );
}

/** At whose phone somebody was asked last; only there the keys to hand over make sense. */
export function askerOf(steps: readonly CallStep[]): string | null {
  return steps.findLast((step) => step.kind === 'ASKED')?.extension ?? null;
}

/** Moves of a call in progress; the exchange does them, so they work from the desk phone too. */
export function useCallMoves(call: CallView) {
  const path = `/calls/${call.id}`;
  const ask = useMutation({ mutationFn: (target: string) => api.post(`${path}/ask`, { target }) });
  const transfer = useMutation({ mutationFn: (target: string) => api.post(`${path}/transfer`, { target }) });
  const endAsking = useMutation({ mutationFn: () => api.post(`${path}/end-asking`) });
  const handOver = useMutation({ mutationFn: () => api.post(`${path}/hand-over`) });
  const confer = useMutation({ mutationFn: () => api.post(`${path}/conference`) });
  const all = [ask, transfer, endAsking, handOver, confer];
  return {
    ask,
    transfer,
    endAsking,
    handOver,
    confer,
    busy: all.some((each) => each.isPending),
    error: all.find((each) => each.error !== null)?.error ?? null,
  };
}

/** Mutes at once and puts it on record; a record that cannot be written does not keep anybody from being muted. */
export function muteOnRecord(call: CallView): void {
  const muted = !useSoftPhone.getState().muted;
  toggleMute();
  api.post(`/calls/${call.id}/mute`, { muted }).catch(() => undefined);
}
