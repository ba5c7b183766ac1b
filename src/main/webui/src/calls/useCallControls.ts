import { useMutation } from '@tanstack/react-query';
import { api } from '../api/client';
import type { CallView } from '../api/types';

/** What can be done with a call from the desk. The change itself comes back through the live feed. */
export function useCallControls() {
  const answer = useMutation({ mutationFn: (call: CallView) => api.post(`/calls/${call.id}/answer`) });
  const hangUp = useMutation({ mutationFn: (call: CallView) => api.post(`/calls/${call.id}/hangup`) });
  return { answer, hangUp, error: answer.error ?? hangUp.error };
}
