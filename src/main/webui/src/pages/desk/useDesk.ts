import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { CallView, EventView } from '../../api/types';
import { useMyCalls } from '../../calls/calls';
import { useCallerCard } from '../../calls/callerCard';
import { useEvent } from '../../domain/eventQueries';
import { useFirstFix } from './useFirstFix';

/** The call whose caller is shown: the one spoken on, the one that rings, or the last one of the event on the screen. */
function callShown(call: CallView | null, event: EventView | undefined): string | null {
  return call?.id ?? event?.calls.at(-1)?.callId ?? null;
}

/** What lies on the desk: a call, its caller, and the event that is written in. */
export function useDesk() {
  const [search, setSearch] = useSearchParams();
  const { active, ringing } = useMyCalls();
  const call = active ?? ringing;
  const eventId = search.get('event');
  const event = useEvent(eventId);
  useFirstFix(event);
  const card = useCallerCard(callShown(call, event.data), active?.direction === 'INBOUND');
  const ownEventId = active === null ? null : (card.data?.eventId ?? null);

  const select = (id: string | null) => setSearch(id === null ? {} : { event: id }, { replace: true });
  const followed = useRef<string | null>(null);
  // An answered call brings its event to the desk, once; afterwards the operator may look elsewhere.
  useEffect(() => {
    if (active === null || ownEventId === null || followed.current === active.id) return;
    followed.current = active.id;
    setSearch({ event: ownEventId }, { replace: true });
  }, [active, ownEventId, setSearch]);

  return { active, ringing, call, card, event, eventId, ownEventId, select };
}

export type Desk = ReturnType<typeof useDesk>;
