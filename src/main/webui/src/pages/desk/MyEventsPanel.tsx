import { useNewEvent } from './useNewEvent';
import { useProblemText } from '../../api/useProblemText';
import { Panel } from '../../design/parts/Panel';
import { Empty, Failed, Loading } from '../../design/parts/States';
import { Count, PriorityTag } from '../../design/parts/Tags';
import { useMyEvents } from '../../domain/eventQueries';
import { domainWords } from '../../domain/words';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import style from './MyEventsPanel.module.css';
import type { Desk } from './useDesk';
import { deskWords } from './words';

/** What this operator still has in hand. */
export function MyEventsPanel({ desk }: { readonly desk: Desk }) {
  const t = useWords(deskWords);
  const events = useMyEvents();
  const create = useNewEvent(desk.select);
  return (
    <Panel
      title={t.mine.title}
      note={events.data && <Count value={events.data.total} />}
      actions={
        <KeyButton
          label={t.mine.create}
          combo="Alt+C"
          group="desk"
          small
          busy={create.isPending}
          onPress={() => create.mutate()}
          testId="new-event"
        />
      }
      flush
      scroll
      className={style['panel']}
      testId="my-events"
    >
      <List desk={desk} events={events} />
    </Panel>
  );
}

interface ListProps {
  readonly desk: Desk;
  readonly events: ReturnType<typeof useMyEvents>;
}

function List({ desk, events }: ListProps) {
  const t = useWords(deskWords);
  const words = useWords(domainWords);
  const format = useFormat();
  const problemText = useProblemText();
  if (events.data === undefined) {
    if (events.isError)
      return <Failed what={problemText(events.error)} retry={() => void events.refetch()} />;
    return <Loading rows={2} />;
  }
  if (events.data.items.length === 0) return <Empty why={t.mine.none} next={t.mine.noneNext} />;
  return (
    <ul className={style['list']}>
      {events.data.items.map((event) => (
        <li key={event.id}>
          <button
            type="button"
            className={event.id === desk.eventId ? style['selected'] : undefined}
            aria-current={event.id === desk.eventId}
            onClick={() => desk.select(event.id)}
            data-testid="my-event"
          >
            {event.priority === null ? <span /> : <PriorityTag level={event.priority} />}
            <span className="truncate">
              {event.vehicle?.plate ?? event.caller.name ?? event.number} ·{' '}
              {event.kind === null ? words.noKind : words.eventKind[event.kind]}
            </span>
            <span className="note">
              {event.state === 'DRAFT'
                ? words.eventState.DRAFT
                : format.moment(event.openedAt ?? event.createdAt)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
