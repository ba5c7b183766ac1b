import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { TrackView } from '../../api/types';
import { serverNow } from '../../time/now';

const HOURS = 12;

/** Where a truck was in the last hours; asked only when somebody wants to see it, since each look is audited. */
export function useTrack(vehicleId: string, isWanted: boolean) {
  return useQuery({
    queryKey: ['vehicles', 'track', vehicleId],
    queryFn({ signal }) {
      const to = serverNow();
      const query = { from: new Date(to - HOURS * 3_600_000).toISOString(), to: new Date(to).toISOString() };
      return api.get<TrackView>(`/vehicles/${vehicleId}/track`, query, signal);
    },
    enabled: isWanted,
  });
}
