import { useMutation } from '@tanstack/react-query';
import { api } from '../api/client';
import { Problem } from '../api/problem';
import type { CallView } from '../api/types';
import { useOwnDesk } from '../phone/desk';
import { answer as answerHere, hangUp as hangUpHere, useSoftPhone } from '../phone/softPhone';

/**
 * Claims the call, so that of two who press the key one gets it, and goes off the hook. A service that does not answer
 * must not keep a caller waiting: then the exchange alone decides.
 */
async function answerInPage(call: CallView): Promise<void> {
  // Who is asked, or gets a call handed on, takes nothing from anybody: the claim follows the telephone.
  if (call.state === 'ANSWERED' || call.direction !== 'INBOUND') {
    answerHere();
    return;
  }
  await api.post(`/calls/${call.id}/claim`).catch((error: unknown) => {
    if (error instanceof Problem && (error.kind === 'CONFLICT' || error.kind === 'DENIED')) throw error;
  });
  answerHere();
}

/** What can be done with a call from the desk. The change itself comes back through the live feed. */
export function useCallControls() {
  const usesBrowser = useOwnDesk()?.phone === 'BROWSER';
  const answer = useMutation({
    mutationFn: (call: CallView) => (usesBrowser ? answerInPage(call) : api.post(`/calls/${call.id}/answer`)),
  });
  const hangUp = useMutation({
    mutationFn: async (call: CallView) => {
      // The own leg alone: at a conference the others may go on.
      if (useSoftPhone.getState().line === 'talking') hangUpHere();
      else await api.post(`/calls/${call.id}/hangup`);
    },
  });
  return { answer, hangUp, error: answer.error ?? hangUp.error };
}
