import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { forgetEarly } from '../api/early';
import { Problem } from '../api/problem';
import { keys, queryClient } from '../api/queries';
import type { Role, SessionView, Settings, UserView } from '../api/types';

async function findSession(): Promise<SessionView | null> {
  return api.get<SessionView>('/session').catch((error: unknown) => {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  });
}

/** Asks who is signed in while the pages are still on their way. */
export function prefetchSession(): void {
  // A failure shows where the session is used.
  queryClient.query({ queryKey: keys.session, queryFn: findSession }).catch(() => undefined);
}

/** Who is signed in; null when nobody is. */
export function useSessionQuery() {
  return useQuery({ queryKey: keys.session, queryFn: findSession, staleTime: Infinity });
}

/** The person at this desk. Only for pages behind the sign-in. */
export function useUser(): UserView {
  const session = useSessionQuery().data;
  if (!session) throw new Error('no session');
  return session.user;
}

export function hasRole(user: UserView, ...roles: readonly Role[]): boolean {
  return user.roles.some((role) => roles.includes(role));
}

export async function signIn(username: string, password: string): Promise<SessionView> {
  const session = await api.post<SessionView>('/session', { username, password });
  forgetEarly();
  queryClient.setQueryData(keys.session, session);
  return session;
}

/** Leaves nothing of the last person's data in the memory of the page. */
export async function signOut(): Promise<void> {
  await api.delete('/session').catch((error: unknown) => {
    if (!(error instanceof Problem) || error.status !== 401) throw error;
  });
  forgetSession();
}

export function forgetSession(): void {
  forgetEarly();
  queryClient.clear();
  queryClient.setQueryData(keys.session, null);
}

/** What the service tells about itself: demo or not, map tiles, hotlines. */
export function useSettings(): Settings | undefined {
  return useQuery({
    queryKey: keys.settings,
    queryFn: ({ signal }) => api.get<Settings>('/console/settings', {}, signal),
    staleTime: Infinity,
  }).data;
}

/** What the centre calls one of its numbers; any other number stays as it is. */
export function useHotlineName(): (number: string) => string {
  const hotlines = useSettings()?.hotlines ?? [];
  return (number) => hotlines.find((hotline) => hotline.number === number)?.label ?? number;
}
