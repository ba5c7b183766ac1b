import type { QueryClient } from '@tanstack/react-query';
import { keys } from '../api/queries';
import type {
  CallerCard,
  CallStep,
  CallView,
  DeskView,
  EventView,
  LivePosition,
  RescueJobView,
  TelephonyState,
} from '../api/types';
import { takeDesk } from '../phone/desk';
import { supervisionsOf, type Supervision } from '../supervision/queries';
import type { LiveMessage } from './feed';
import { nowIso, takePositions, useLive } from './store';

/** A caller shown to the operator whose telephone rings or answered. */
interface Pop {
  readonly callId: string;
  readonly phase: 'RINGING' | 'ANSWERED';
  readonly card: CallerCard | null;
  readonly eventId: string | null;
}

const isOver = (call: CallView) => call.state === 'ENDED' || call.state === 'ABANDONED';

function takeCall(cache: QueryClient, call: CallView): void {
  cache.setQueryData(keys.call(call.id), call);
  cache.setQueryData(keys.liveCalls, (known: readonly CallView[] | undefined) => {
    if (known === undefined) return known;
    const others = known.filter((other) => other.id !== call.id);
    return isOver(call) ? others : [...others, call];
  });
  if (isOver(call)) void cache.invalidateQueries({ queryKey: keys.summary });
}

function takeVersioned(
  cache: QueryClient,
  key: readonly unknown[],
  view: { readonly version: number },
): void {
  // Our own answer may be newer than the news of it.
  cache.setQueryData(key, (known: typeof view | undefined) =>
    known && known.version > view.version ? known : view,
  );
}

const HANDLERS: Record<string, (cache: QueryClient, data: unknown) => void> = {
  call: (cache, data) => takeCall(cache, data as CallView),
  pop(cache, data) {
    const pop = data as Pop;
    if (pop.card === null) return;
    const eventId = pop.eventId ?? pop.card.eventId;
    cache.setQueryData(keys.callerCard(pop.callId), { ...pop.card, eventId } satisfies CallerCard);
  },
  event(cache, data) {
    const event = data as EventView;
    takeVersioned(cache, keys.event(event.id), event);
    void cache.invalidateQueries({ queryKey: ['events', 'list'] });
    void cache.invalidateQueries({ queryKey: keys.timeline(event.id) });
  },
  rescue(cache, data) {
    const job = data as RescueJobView;
    takeVersioned(cache, keys.rescue(job.id), job);
    void cache.invalidateQueries({ queryKey: ['rescues', 'list'] });
    void cache.invalidateQueries({ queryKey: keys.timeline(job.eventId) });
  },
  desk(cache, data) {
    const news = data as { readonly desk: DeskView; readonly left: boolean };
    takeDesk(cache, news.desk, news.left);
  },
  callStep: (cache, data) =>
    void cache.invalidateQueries({ queryKey: keys.callSteps((data as CallStep).callId) }),
  callback: (cache) => void cache.invalidateQueries({ queryKey: ['callbacks'] }),
  spotCheck(cache) {
    void cache.invalidateQueries({ queryKey: ['spotChecks'] });
    void cache.invalidateQueries({ queryKey: ['stations'] });
  },
  supervision: (cache, data) =>
    void cache.invalidateQueries({ queryKey: supervisionsOf((data as Supervision).callId) }),
  station: (cache) => void cache.invalidateQueries({ queryKey: ['stations'] }),
  telephony: (_cache, data) => useLive.setState({ telephony: data as TelephonyState, telephonyAt: nowIso() }),
  positions: (_cache, data) => takePositions((data as { items: readonly LivePosition[] }).items),
};

/** Brings one piece of news to where the pages read it; kinds this console does not know are left alone. */
export function applyLive(cache: QueryClient, message: LiveMessage): void {
  HANDLERS[message.type]?.(cache, message.data);
}
