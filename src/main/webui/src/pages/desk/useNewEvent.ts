import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import { keys } from '../../api/queries';
import type { EventView } from '../../api/types';

/** Begins an event by hand and puts it on the desk. */
export function useNewEvent(select: (id: string) => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<EventView>('/events', {}),
    onSuccess(event) {
      cache.setQueryData(keys.event(event.id), event);
      void cache.invalidateQueries({ queryKey: ['events', 'list'] });
      select(event.id);
    },
  });
}
