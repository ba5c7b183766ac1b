import type { CallerCard, EventSummary, EventView } from '../../api/types';
import { useProblemText } from '../../api/useProblemText';
import { Panel } from '../../design/parts/Panel';
import { Empty, Failed, Loading } from '../../design/parts/States';
import { domainWords } from '../../domain/words';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { DialNumber } from '../../phone/DialNumber';
import style from './CallerPanel.module.css';
import { RepeatBand } from './RepeatBand';
import type { Desk } from './useDesk';
import { VehicleList } from './VehicleList';
import { deskWords } from './words';

/** Who calls: name, trucks, what is still open, what was before. */
export function CallerPanel({ desk }: { readonly desk: Desk }) {
  const t = useWords(deskWords);
  const format = useFormat();
  const card = desk.card.data;
  const note =
    card === undefined ? undefined : (
      <span>
        {t.caller.calls(card.callCount)}
        {card.firstCallAt !== null &&
          card.callCount > 1 &&
          ` · ${t.caller.since(format.month(card.firstCallAt))}`}
      </span>
    );
  return (
    <Panel title={t.caller.title} actions={note} scroll className={style['panel']} testId="caller-card">
      <Body desk={desk} />
    </Panel>
  );
}

function Body({ desk }: { readonly desk: Desk }) {
  const t = useWords(deskWords);
  const problemText = useProblemText();
  const { card, event } = desk;
  if (card.data !== undefined) return <Card card={card.data} event={event.data} desk={desk} />;
  if (card.isError) return <Failed what={problemText(card.error)} retry={() => void card.refetch()} />;
  if (card.isFetching) return <Loading rows={4} />;
  // An event begun by hand has no call, but may have a truck.
  if (event.data !== undefined) return <VehicleList vehicles={[]} event={event.data} />;
  return <Empty why={t.caller.none} next={t.caller.noneNext} />;
}

interface CardProps {
  readonly card: CallerCard;
  readonly event: EventView | undefined;
  readonly desk: Desk;
}

function Card({ card, event, desk }: CardProps) {
  const t = useWords(deskWords);
  const words = useWords(domainWords);
  return (
    <div className={style['card']}>
      <div className={style['who']}>
        {card.name === null ? (
          <span className="dim">{t.caller.unknown}</span>
        ) : (
          <strong data-testid="caller-name">{card.name}</strong>
        )}
        {card.role !== null && <span className={style['role']}>{words.callerRole[card.role]}</span>}
        <span className="truncate">{card.company}</span>
        {card.callerNumber !== null && <DialNumber number={card.callerNumber} eventId={event?.id} />}
      </div>
      <RepeatBand card={card} event={event} desk={desk} />
      <VehicleList vehicles={card.vehicles} event={event} />
      <History rows={card.history} select={desk.select} />
      {card.missing.length > 0 && (
        <p className="note">
          {t.caller.missing} {card.missing.map((part) => t.caller.missingPart[part]).join(' · ')}
        </p>
      )}
    </div>
  );
}

const SHOWN = 5;

function History({
  rows,
  select,
}: {
  readonly rows: readonly EventSummary[];
  readonly select: (id: string) => void;
}) {
  const t = useWords(deskWords);
  const words = useWords(domainWords);
  const format = useFormat();
  return (
    <div className={style['history']}>
      <h3>{t.caller.history}</h3>
      {rows.length === 0 && <p className="note">{t.caller.noHistory}</p>}
      <ul>
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.id}>
            <button type="button" onClick={() => select(row.id)}>
              <span>{format.moment(row.openedAt)}</span>
              <span className="truncate">
                {row.kind === null ? words.noKind : words.eventKind[row.kind]} · {words.eventState[row.state]}
              </span>
              <span>{row.priority}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
