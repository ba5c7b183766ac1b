import { useNavigate } from 'react-router';
import { useProblemText } from '../../api/useProblemText';
import type { EventView } from '../../api/types';
import { Age } from '../../design/parts/Age';
import { Panel } from '../../design/parts/Panel';
import { Provenance } from '../../design/parts/Provenance';
import { Empty, Failed, Loading } from '../../design/parts/States';
import { PriorityTag } from '../../design/parts/Tags';
import { useAnswerText, useQuestionText } from '../../domain/answerText';
import { useEvent, useRescue } from '../../domain/eventQueries';
import { DialNumber } from '../../phone/DialNumber';
import { Timeline } from '../../domain/timeline/Timeline';
import { domainWords } from '../../domain/words';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import { Facts } from '../../lists/Facts';
import { listWords } from '../../lists/words';
import { Recordings } from '../../recordings/Recordings';
import { recordingWords } from '../../recordings/words';
import { hasRole, useUser } from '../../session/session';
import style from './EventsPage.module.css';
import { eventsWords } from './words';

/** One case in full, with all that was written down about it. */
export function EventDetail({ id }: { readonly id: string | null }) {
  const t = useWords(eventsWords);
  const words = useWords(listWords);
  const problemText = useProblemText();
  const event = useEvent(id);
  if (event.data !== undefined) return <Detail event={event.data} />;
  return (
    <Panel title={t.title}>
      {id === null && <Empty why={words.pickOne} next={words.pickOneNext} />}
      {event.isError && (
        <Failed what={`${t.failed} ${problemText(event.error)}`} retry={() => void event.refetch()} />
      )}
      {event.isFetching && <Loading rows={6} />}
    </Panel>
  );
}

function Detail({ event }: { readonly event: EventView }) {
  const t = useWords(eventsWords);
  const words = useWords(domainWords);
  const user = useUser();
  const navigate = useNavigate();
  return (
    <>
      <Panel
        title={event.number}
        note={
          <>
            {event.priority !== null && <PriorityTag level={event.priority} />}
            {event.kind === null ? words.noKind : words.eventKind[event.kind]} ·{' '}
            {words.eventState[event.state]} · {t.source[event.source]}
          </>
        }
        actions={
          hasRole(user, 'OPERATOR') && (
            <KeyButton
              label={t.toDesk}
              combo="Alt+Enter"
              group="list"
              small
              onPress={() => void navigate(`/desk?event=${event.id}`)}
              testId="to-desk"
            />
          )
        }
        scroll
        className={style['panel']}
        testId="event-detail"
      >
        <EventFacts event={event} />
        <CallRecordings event={event} />
      </Panel>
      <Panel title={t.timeline} scroll className={style['timeline']}>
        <Timeline eventId={event.id} />
      </Panel>
    </>
  );
}

function EventFacts({ event }: { readonly event: EventView }) {
  const t = useWords(eventsWords);
  const words = useWords(domainWords);
  const format = useFormat();
  const { caller, vehicle, toldPlace, fix } = event;
  const role = caller.role === null ? null : words.callerRole[caller.role];
  return (
    <Facts
      rows={[
        [
          t.facts.caller,
          <span key="caller">
            {[caller.name, role].filter(Boolean).join(' · ')}{' '}
            {caller.number !== null && <DialNumber number={caller.number} eventId={event.id} />}
          </span>,
        ],
        [t.facts.vehicle, vehicle && [vehicle.plate, vehicle.model, vehicle.vin].filter(Boolean).join(' · ')],
        [
          t.facts.told,
          toldPlace && (
            <>
              {toldPlace.text} <Provenance kind="TOLD" />
            </>
          ),
        ],
        [
          t.facts.place,
          fix && (
            <>
              {fix.latitude.toFixed(4)}, {fix.longitude.toFixed(4)} <Age at={fix.fixedAt} />
            </>
          ),
        ],
        [t.facts.answers, Object.keys(event.answers).length > 0 && <Answers key="answers" event={event} />],
        [t.facts.story, event.story && <span className={style['story']}>{event.story}</span>],
        [t.facts.owner, event.ownerName],
        [t.facts.calls, event.calls.length > 0 && t.calls(event.calls.length)],
        [t.facts.rescue, event.rescueJobId !== null && <Rescue id={event.rescueJobId} />],
        [t.facts.closed, event.closedAt && `${format.moment(event.closedAt)} · ${event.closeReason ?? ''}`],
      ]}
    />
  );
}

/** What was said in the calls of the case, for those who may listen. */
function CallRecordings({ event }: { readonly event: EventView }) {
  const t = useWords(recordingWords);
  const format = useFormat();
  const mayListen = hasRole(useUser(), 'OPERATOR', 'SUPERVISOR');
  if (!mayListen || event.calls.length === 0) return null;
  return (
    <section aria-label={t.title}>
      {event.calls.map((call) => (
        <div key={call.callId}>
          <h3 className={style['recording']}>
            {t.title} · {format.moment(call.at)}
          </h3>
          <Recordings callId={call.callId} />
        </div>
      ))}
    </section>
  );
}

function Answers({ event }: { readonly event: EventView }) {
  const questionText = useQuestionText();
  const answerText = useAnswerText();
  return (
    <ul className={style['answers']}>
      {Object.entries(event.answers).map(([code, value]) => (
        <li key={code}>
          <span className="note">{questionText(code)}</span> <strong>{answerText(code, value)}</strong>
        </li>
      ))}
    </ul>
  );
}

function Rescue({ id }: { readonly id: string }) {
  const words = useWords(domainWords);
  const job = useRescue(id).data;
  if (job === undefined) return null;
  return <>{[job.number, words.stage[job.stage], job.station?.name].filter(Boolean).join(' · ')}</>;
}
