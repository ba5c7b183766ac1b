import { useMutation, useQuery, type QueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { keys, queryClient } from '../api/queries';
import type { DeskAnswer, DeskPhone, DeskView, PauseReason } from '../api/types';
import { hasRole, useUser } from '../session/session';
import { pageId } from './pageId';

/** Whether this person works at a telephone at all. */
export function useHasDesk(): boolean {
  const user = useUser();
  return user.extension !== null && hasRole(user, 'OPERATOR', 'SUPERVISOR');
}

/** The own desk as the service has it, and what phones there are. */
export function useDeskAnswer() {
  const enabled = useHasDesk();
  return useQuery({
    queryKey: keys.desk,
    queryFn: ({ signal }) => api.get<DeskAnswer>('/desk', {}, signal),
    enabled,
  });
}

/** The own desk, if this page holds it. */
export function useOwnDesk(): DeskView | null {
  const desk = useDeskAnswer().data?.desk ?? null;
  return desk !== null && desk.pageId === pageId() ? desk : null;
}

/** Every desk somebody works at. */
export function useDesks(): readonly DeskView[] {
  const all = useQuery({
    queryKey: keys.desks,
    queryFn: ({ signal }) => api.get<readonly DeskView[]>('/desk/all', {}, signal),
  });
  return all.data ?? [];
}

/** Every desk of somebody else, for choosing a colleague. */
export function useColleagues(): readonly DeskView[] {
  const { extension } = useUser();
  return useDesks().filter((desk) => desk.extension !== extension);
}

/** Brings a desk's change to where the pages read it. */
export function takeDesk(cache: QueryClient, desk: DeskView, left: boolean): void {
  void cache.invalidateQueries({ queryKey: keys.desks });
  cache.setQueryData(keys.desk, (known: DeskAnswer | undefined) => {
    if (known?.desk?.extension !== desk.extension) return known;
    return { ...known, desk: left ? null : desk };
  });
}

/** Takes the desk for this page and chooses the phone. */
export async function claimDesk(phone: DeskPhone, takeBack: boolean): Promise<DeskAnswer> {
  const answer = await api.put<DeskAnswer>('/desk', { page: pageId(), phone, takeBack });
  queryClient.setQueryData(keys.desk, answer);
  return answer;
}

/** What can be done with the own desk. */
export function useDeskControls() {
  const take = (desk: DeskView) => takeDesk(queryClient, desk, false);
  const pause = useMutation({
    mutationFn: (reason: PauseReason) => api.post<DeskView>('/desk/pause', { reason }),
    onSuccess: take,
  });
  const resume = useMutation({ mutationFn: () => api.post<DeskView>('/desk/resume'), onSuccess: take });
  const claim = useMutation({
    mutationFn: (wanted: { phone: DeskPhone; takeBack: boolean }) => claimDesk(wanted.phone, wanted.takeBack),
  });
  return { pause, resume, claim, error: pause.error ?? resume.error ?? claim.error };
}
