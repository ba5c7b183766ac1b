import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { keys } from '../api/queries';
import type { PositionQueryOutcome } from '../api/types';
import { useWords } from '../i18n/language';
import { domainWords } from './words';

/** Asks a truck's terminal where it is, now; the service waits for the answer for a few seconds. */
export function usePositionQuery(vehicleId: string | null) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<PositionQueryOutcome>(`/vehicles/${vehicleId}/position-query`),
    onSuccess(outcome) {
      if (outcome.position !== null && vehicleId !== null) {
        cache.setQueryData(keys.position(vehicleId), outcome.position);
      }
    },
  });
}

/** What became of the question, in words. */
export function useOutcomeText(): (outcome: PositionQueryOutcome) => string {
  const t = useWords(domainWords);
  return (outcome) => t.positionQuery[outcome.result];
}
