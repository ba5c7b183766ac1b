import { useEffect } from 'react';
import { create } from 'zustand';
import { api } from '../api/client';
import { Problem } from '../api/problem';
import { keys, queryClient } from '../api/queries';
import type { DeskView, SignOn } from '../api/types';
import { claimDesk, takeDesk, useDeskAnswer, useHasDesk, useOwnDesk } from './desk';
import { pageId } from './pageId';
import { signOff, signOn } from './softPhone';

/** A secret is renewed well before it dies. */
const RENEW_AT = 0.6;
const RETRY_MILLIS = 5000;

interface Keeping {
  /** Why this page does not hold its desk; null while it does. */
  readonly lost: Problem | null;
  /** Whether it ever held it: who never sat down cannot have been put out. */
  readonly claimed: boolean;
}

/** Whether this page still holds its desk. */
export const useKeeping = create<Keeping>(() => ({ lost: null, claimed: false }));

function noteLost(error: unknown): void {
  // Silence of the service is told elsewhere, and the desk may well still be ours.
  if (error instanceof Problem && error.kind === 'CONFLICT') {
    useKeeping.setState({ lost: error });
    void queryClient.invalidateQueries({ queryKey: keys.desk });
  }
}

/** Takes the desk when the page opens, says every few seconds that the page lives, and keeps the phone signed on. */
export function useDeskKeeper(): void {
  const hasDesk = useHasDesk();
  const answer = useDeskAnswer().data;
  const own = useOwnDesk();
  const known = answer !== undefined;
  const hasBrowserPhone = answer?.browserPhone ?? false;
  const beatMillis = answer?.heartbeatMillis ?? 15_000;

  useEffect(() => {
    if (!hasDesk || !known) return;
    const before = queryClient.getQueryData<{ desk: DeskView | null }>(keys.desk)?.desk;
    claimDesk(before?.phone ?? (hasBrowserPhone ? 'BROWSER' : 'DESK'), false)
      .then(() => useKeeping.setState({ lost: null, claimed: true }))
      .catch(noteLost);
  }, [hasDesk, known, hasBrowserPhone]);

  const holds = own !== null && own.staleAt === null;
  useEffect(() => {
    if (!holds) return;
    useKeeping.setState({ lost: null });
    const timer = setInterval(() => {
      api
        .post<DeskView>('/desk/heartbeat', { page: pageId() })
        .then((desk) => takeDesk(queryClient, desk, false))
        .catch(noteLost);
    }, beatMillis);
    return () => clearInterval(timer);
  }, [holds, beatMillis]);

  const usesBrowser = holds && own.phone === 'BROWSER' && hasBrowserPhone;
  useEffect(() => {
    if (!usesBrowser) return;
    return keepSignedOn();
  }, [usesBrowser]);
}

/** Fetches a secret, signs on, and again before it dies. Returns what ends it. */
function keepSignedOn(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const next = (millis: number) => {
    if (!isOver) timer = setTimeout(renew, millis);
  };
  const renew = () => {
    api
      .post<SignOn>('/desk/sign-on', { page: pageId() })
      .then(async (given) => {
        if (isOver) return;
        await signOn(given);
        next(Math.max(RETRY_MILLIS, (Date.parse(given.expiresAt) - Date.now()) * RENEW_AT));
      })
      .catch((error: unknown) => {
        noteLost(error);
        next(RETRY_MILLIS);
      });
  };
  renew();
  return () => {
    isOver = true;
    clearTimeout(timer);
    signOff();
  };
}
