import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { keys } from '../api/queries';
import type { CallerCard } from '../api/types';

/** How often an answered call without its event is asked for again; normally the live feed is faster. */
const CHASE_MILLIS = 1500;

/**
 * Who is calling. The live feed brings it before anybody asks; asking covers a reload in the middle of a call.
 *
 * @param chase whether the event that goes with the answered call is still awaited
 */
export function useCallerCard(callId: string | null, chase = false) {
  return useQuery({
    queryKey: keys.callerCard(callId ?? ''),
    queryFn: ({ signal }) => api.get<CallerCard>(`/calls/${callId}/caller-card`, {}, signal),
    enabled: callId !== null,
    refetchInterval: (query) => (chase && query.state.data?.eventId === null ? CHASE_MILLIS : false),
  });
}
