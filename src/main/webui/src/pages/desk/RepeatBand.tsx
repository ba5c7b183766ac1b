import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client';
import { keys } from '../../api/queries';
import { useProblemText } from '../../api/useProblemText';
import type { CallerCard, EventKind, EventView } from '../../api/types';
import { domainWords } from '../../domain/words';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import style from './RepeatBand.module.css';
import type { Desk } from './useDesk';
import { deskWords } from './words';

interface Repeat {
  readonly eventId: string;
  readonly number: string;
  readonly kind: EventKind | null;
  readonly openedAt: string;
  /** Whether the call on the desk already belongs to it. */
  readonly isAttached: boolean;
}

/** The earlier open event that this call may belong to, if there is one. */
export function repeatOf(card: CallerCard, event: EventView | undefined): Repeat | null {
  if (event === undefined || event.state === 'CLOSED') return null;
  const earlierCalls = event.calls.filter((call) => call.callId !== card.callId).length;
  const isOwn = event.calls.some((call) => call.callId === card.callId);
  if (isOwn && earlierCalls > 0)
    return { ...event, eventId: event.id, openedAt: event.openedAt ?? event.createdAt, isAttached: true };
  if (!isOwn || event.state !== 'DRAFT') return null;
  const sameTruck = event.repeatWithin24h.find((other) => other.state !== 'CLOSED');
  if (sameTruck !== undefined) return { ...sameTruck, isAttached: false };
  const sameCaller = card.openEvents.find((other) => other.id !== event.id);
  return sameCaller === undefined ? null : { ...sameCaller, eventId: sameCaller.id, isAttached: false };
}

interface RepeatBandProps {
  readonly card: CallerCard;
  readonly event: EventView | undefined;
  readonly desk: Desk;
}

/** The same truck again within a day: take the call into the open event, or keep it apart. */
export function RepeatBand({ card, event, desk }: RepeatBandProps) {
  const repeat = repeatOf(card, event);
  const [declined, setDeclined] = useState<string | null>(null);
  if (repeat === null || event === undefined) return null;
  if (!repeat.isAttached && declined === event.id) return null;
  return <Band repeat={repeat} callId={card.callId} desk={desk} keepApart={() => setDeclined(event.id)} />;
}

interface BandProps {
  readonly repeat: Repeat;
  readonly callId: string;
  readonly desk: Desk;
  readonly keepApart: () => void;
}

function Band({ repeat, callId, desk, keepApart }: BandProps) {
  const t = useWords(deskWords);
  const words = useWords(domainWords);
  const format = useFormat();
  const problemText = useProblemText();
  const cache = useQueryClient();
  const move = useMutation({
    mutationFn: (verb: 'attach' | 'separate') =>
      api.post<EventView>(`/events/${repeat.eventId}/${verb}`, { callId }),
    onSuccess(event) {
      cache.setQueryData(keys.event(event.id), event);
      void cache.invalidateQueries({ queryKey: keys.callerCard(callId) });
      void cache.invalidateQueries({ queryKey: ['events'] });
      desk.select(event.id);
    },
  });
  const kind = repeat.kind === null ? words.noKind : words.eventKind[repeat.kind];
  return (
    <div className={style['band']} role="status" data-testid="repeat-band">
      <strong>{repeat.isAttached ? t.repeat.attached : t.repeat.again}</strong>
      <p>
        {t.repeat.open(kind, repeat.number)} · {format.moment(repeat.openedAt)}
      </p>
      <div className={style['actions']}>
        {!repeat.isAttached && (
          <KeyButton
            label={t.repeat.attach}
            combo="Alt+A"
            group="desk"
            small
            busy={move.isPending}
            onPress={() => move.mutate('attach')}
            testId="attach"
          />
        )}
        <KeyButton
          label={t.repeat.separate}
          combo="Alt+N"
          group="desk"
          small
          busy={move.isPending}
          onPress={() => (repeat.isAttached ? move.mutate('separate') : keepApart())}
          testId="separate"
        />
      </div>
      {move.isError && (
        <p className="critical" role="alert">
          {problemText(move.error)}
        </p>
      )}
    </div>
  );
}
