import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { api } from '../../../api/client';
import { serverNow } from '../../../time/now';
import { keys } from '../../../api/queries';
import type { EventView } from '../../../api/types';
import { Draft, type DraftState, type DraftTools } from './Draft';

export interface DraftHandle extends DraftState {
  readonly draft: Draft;
}

function browserTools(cache: QueryClient): DraftTools {
  return {
    async send(id, edit, version) {
      const saved = await api.patch<EventView>(`/events/${id}`, edit, { version });
      cache.setQueryData(keys.event(id), saved);
      return saved;
    },
    schedule(action, millis) {
      const timer = setTimeout(action, millis);
      return () => clearTimeout(timer);
    },
    storage: sessionStorage,
    now: serverNow,
  };
}

const nothing = () => () => undefined;

/** The event being written in; null while there is none. One draft lives as long as its event is on the screen. */
export function useDraft(event: EventView | undefined): DraftHandle | null {
  const cache = useQueryClient();
  const id = event?.id;
  const draft = useMemo(
    () => (event === undefined ? null : new Draft(event, browserTools(cache))),
    // A new version of the same event arrives below; only another event is another draft.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [id, cache],
  );
  useEffect(() => {
    if (event !== undefined) draft?.arrive(event);
  }, [draft, event]);
  // Leaving the page saves what is still waiting; what fails stays in this browser.
  useEffect(() => () => void draft?.flush().catch(() => undefined), [draft]);
  const state = useSyncExternalStore(draft?.subscribe ?? nothing, () => draft?.current() ?? null);
  return draft === null || state === null ? null : { ...state, draft };
}
