import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api } from '../../api/client';
import { keys } from '../../api/queries';
import { useProblemText } from '../../api/useProblemText';
import type { CallLeg, CallView } from '../../api/types';
import { useCallerCard } from '../../calls/callerCard';
import { Panel } from '../../design/parts/Panel';
import { Failed, Loading } from '../../design/parts/States';
import { phoneText } from '../../domain/phone';
import { domainWords } from '../../domain/words';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { DialNumber } from '../../phone/DialNumber';
import { Steps } from '../../phone/Steps';
import { TakeOver } from '../../phone/TakeOver';
import { Facts } from '../../lists/Facts';
import { Recordings } from '../../recordings/Recordings';
import { recordingWords } from '../../recordings/words';
import style from './CallPage.module.css';
import { callWords } from './words';

/** One call as the ledger has it: who, when, each leg, and the event it belongs to. */
export default function CallPage() {
  const t = useWords(callWords);
  const problemText = useProblemText();
  const { id = '' } = useParams();
  const call = useQuery({
    queryKey: keys.call(id),
    queryFn: ({ signal }) => api.get<CallView>(`/calls/${id}`, {}, signal),
  });
  return (
    <Panel title={t.title} scroll testId="call-page">
      {call.data !== undefined && <Detail call={call.data} />}
      {call.data === undefined && call.isError && (
        <Failed what={`${t.failed} ${problemText(call.error)}`} retry={() => void call.refetch()} />
      )}
      {call.isPending && <Loading rows={6} />}
    </Panel>
  );
}

function Detail({ call }: { readonly call: CallView }) {
  const t = useWords(callWords);
  const recordings = useWords(recordingWords);
  const words = useWords(domainWords);
  const format = useFormat();
  const at = (instant: string | null) =>
    instant !== null && `${format.dayOf(instant)} ${format.timeOfDay(instant)}`;
  const number = (value: string | null) => (value === null ? t.hidden : phoneText(value));
  const dial = (value: string | null) =>
    value === null ? t.hidden : <DialNumber key={value} number={value} />;
  const state = call.callbackRequested ? words.callbackRequested : words.callState[call.state];
  return (
    <div className={style['page']}>
      <Facts
        rows={[
          [
            t.facts.caller,
            call.direction === 'INBOUND' ? dial(call.callerNumber) : number(call.callerNumber),
          ],
          [
            t.facts.dialed,
            call.direction === 'OUTBOUND' ? dial(call.dialedNumber) : number(call.dialedNumber),
          ],
          [t.facts.state, call.rebuilt ? `${state} · ${t.rebuilt}` : state],
          [t.facts.choice, call.choice !== null && words.choice[call.choice]],
          [t.facts.operator, call.operatorName],
          [t.facts.offered, at(call.offeredAt)],
          [t.facts.answered, at(call.answeredAt)],
          [t.facts.abandoned, !call.callbackRequested && at(call.abandonedAt)],
          [t.facts.ended, at(call.endedAt)],
          [t.facts.wait, call.waitSeconds !== null && format.duration(call.waitSeconds)],
          [t.facts.talk, call.talkSeconds !== null && format.duration(call.talkSeconds)],
          [t.facts.event, <EventOf key="event" callId={call.id} />],
        ]}
      />
      <h3 className={style['heading']}>{recordings.title}</h3>
      <Recordings callId={call.id} />
      <h3 className={style['heading']}>{t.legs}</h3>
      <Legs legs={call.legs} />
      <Steps callId={call.id} />
      <TakeOver call={call} />
    </div>
  );
}

function EventOf({ callId }: { readonly callId: string }) {
  const t = useWords(callWords);
  const eventId = useCallerCard(callId).data?.eventId ?? null;
  return eventId === null ? (
    <span className="dim">{t.noEvent}</span>
  ) : (
    <Link to={`/events/${eventId}?view=all`}>{t.toEvent}</Link>
  );
}

function Legs({ legs }: { readonly legs: readonly CallLeg[] }) {
  const t = useWords(callWords);
  const format = useFormat();
  const at = (instant: string | null) => (instant === null ? '—' : format.timeOfDay(instant));
  return (
    <table className={style['legs']}>
      <thead>
        <tr>
          {Object.entries(t.columns).map(([name, title]) => (
            <th key={name} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {legs.map((leg) => (
          <tr key={leg.uniqueid}>
            <td>{t.role[leg.role]}</td>
            <td>{leg.extension ?? (leg.number === null ? '—' : phoneText(leg.number))}</td>
            <td>{at(leg.startedAt)}</td>
            <td>{at(leg.ringingAt)}</td>
            <td>{at(leg.answeredAt)}</td>
            <td>{at(leg.endedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
