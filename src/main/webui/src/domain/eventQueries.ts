import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { keys } from '../api/queries';
import type { EventKind, EventView, Page, Question, RescueJobView, TimelineEntry } from '../api/types';

/** One event; the live feed brings every newer version. */
export function useEvent(id: string | null) {
  return useQuery({
    queryKey: keys.event(id ?? ''),
    queryFn: ({ signal }) => api.get<EventView>(`/events/${id}`, {}, signal),
    enabled: id !== null,
  });
}

/** Unfinished events of the person at this desk, newest first. */
export function useMyEvents() {
  const filter = { owner: 'me', state: ['DRAFT', 'OPEN'], size: 50, sort: '-createdAt' };
  return useQuery({
    queryKey: keys.events(filter),
    queryFn: ({ signal }) => api.get<Page<EventView>>('/events', filter, signal),
  });
}

/** The structured questions of a kind; they change with a release, not during a shift. */
export function useQuestions(kind: EventKind | null) {
  return useQuery({
    queryKey: keys.questions(kind ?? ''),
    queryFn: ({ signal }) => api.get<readonly Question[]>('/events/questions', { kind }, signal),
    enabled: kind !== null,
    staleTime: Infinity,
  });
}

/** What happened in a case, oldest first. */
export function useTimeline(eventId: string) {
  return useQuery({
    queryKey: keys.timeline(eventId),
    queryFn: ({ signal }) => api.get<readonly TimelineEntry[]>(`/events/${eventId}/timeline`, {}, signal),
  });
}

export function useRescue(id: string | null) {
  return useQuery({
    queryKey: keys.rescue(id ?? ''),
    queryFn: ({ signal }) => api.get<RescueJobView>(`/rescues/${id}`, {}, signal),
    enabled: id !== null,
  });
}
