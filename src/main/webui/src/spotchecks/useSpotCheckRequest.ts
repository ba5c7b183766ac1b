import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { keys } from '../api/queries';
import type { SpotCheckView } from '../api/types';

/** Which telephone of which station is to be rung. */
export interface CheckWanted {
  readonly stationId: string;
  readonly dutyPhoneId: string;
}

/** Rings a duty phone now. The service refuses while callers wait and while this phone is being checked already. */
export function useSpotCheckRequest(accepted?: (check: SpotCheckView) => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (wanted: CheckWanted) => api.post<SpotCheckView>('/spot-checks', wanted),
    onSuccess(check) {
      // The verdict may have come by the live feed before this answer did.
      cache.setQueryData(keys.spotCheck(check.id), (known: SpotCheckView | undefined) =>
        known?.state === 'DONE' ? known : check,
      );
      accepted?.(check);
    },
    // A refusal may leave a check behind too: one that ends as a failure of our own line.
    onSettled: () => cache.invalidateQueries({ queryKey: ['spotChecks'] }),
  });
}
