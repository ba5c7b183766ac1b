import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import { keys } from '../../api/queries';
import type { CallbackState, CallbackView, Page } from '../../api/types';
import type { Tone } from '../../design/parts/Tags';

export type CallbackList = 'todo' | 'DONE' | 'GIVEN_UP';

const TODO: readonly CallbackState[] = ['DUE', 'CLAIMED', 'DIALLING', 'TALKING', 'TO_CONFIRM'];

/** The first to do is the one whose deadline breaks first; of what is done the latest. */
export function useCallbacks(list: CallbackList) {
  const filter =
    list === 'todo'
      ? { state: TODO, size: 200, sort: 'deadlineAt' }
      : { state: [list], size: 200, sort: '-createdAt' };
  return useQuery({
    queryKey: keys.callbacks(filter),
    queryFn: ({ signal }) => api.get<Page<CallbackView>>('/callbacks', filter, signal),
    placeholderData: (before) => before,
  });
}

export const CALLBACK_TONES: Record<CallbackState, Tone> = {
  DUE: 'near',
  CLAIMED: 'own',
  DIALLING: 'own',
  TALKING: 'own',
  TO_CONFIRM: 'critical',
  DONE: 'met',
  GIVEN_UP: 'stale',
};

/** Only a call that is over can be judged; the service refuses a verdict while they speak. */
export function isToBeJudged(callback: CallbackView): boolean {
  return callback.state === 'TO_CONFIRM';
}

export interface Verdict {
  readonly reached: boolean;
  readonly note: string;
}

/** Dialling, and telling whether the right person was reached. */
export function useCallbackActions(callback: CallbackView) {
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: ['callbacks'] });
  const dial = useMutation({
    mutationFn: () => api.post(`/callbacks/${callback.id}/dial`),
    onSettled: refresh,
  });
  const verdict = useMutation({
    mutationFn: (given: Verdict) => api.post(`/callbacks/${callback.id}/verdict`, given),
    onSettled: refresh,
  });
  return { dial, verdict };
}
