import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api } from '../../api/client';
import { keys } from '../../api/queries';
import type { CallbackView, CallView, Page } from '../../api/types';
import { useLiveCalls, useMyCalls, waitingOf } from '../../calls/calls';
import { Choice } from '../../calls/Choice';
import { Age } from '../../design/parts/Age';
import { Clock, WaitingClock } from '../../design/parts/Clock';
import { Panel } from '../../design/parts/Panel';
import { useNarrow } from '../../design/useNarrow';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import { useLive } from '../../live/store';
import { DialNumber } from '../../phone/DialNumber';
import { useSettings } from '../../session/session';
import style from './QueuePanel.module.css';
import { deskWords } from './words';

const MISSED = { state: 'DUE', size: 20, sort: 'deadlineAt' };
const SHOWN = 3;
const SHOWN_NARROW = 2;

/** Who waits on the line, and who is owed a call. */
export function QueuePanel() {
  const t = useWords(deskWords);
  const navigate = useNavigate();
  const { active } = useMyCalls();
  const isNarrow = useNarrow();
  const shown = isNarrow ? SHOWN_NARROW : SHOWN;
  const heardAt = useLive((state) => state.telephony?.lastHeardAt ?? null);
  const waiting = waitingOf(useLiveCalls().data ?? []);
  const missed = useQuery({
    queryKey: keys.callbacks(MISSED),
    queryFn: ({ signal }) => api.get<Page<CallbackView>>('/callbacks', MISSED, signal),
  }).data;
  const callBack = (
    <KeyButton
      label={t.queue.callBack}
      combo="Alt+B"
      group="desk"
      small
      disabled={active !== null || (missed?.total ?? 0) === 0}
      onPress={() => void navigate('/callbacks')}
      testId="to-callbacks"
    />
  );
  const footer = (
    <>
      <span className="truncate">{t.queue.due}</span>
      <span className={style['push']} />
      {callBack}
    </>
  );
  return (
    <Panel
      title={t.queue.title(waiting.length, missed?.total ?? 0)}
      actions={isNarrow ? callBack : <Age at={heardAt} freshFor={10} usableFor={60} />}
      footer={isNarrow ? undefined : footer}
      flush
      className={style['panel']}
      testId="queue"
    >
      <ul className={style['list']}>
        {waiting.slice(0, shown).map((call) => (
          <Waiting key={call.id} call={call} />
        ))}
        {waiting.length === 0 && <li className="note">{t.queue.noneWaiting}</li>}
      </ul>
      <ul className={style['list']}>
        {missed?.items.slice(0, shown).map((callback) => (
          <Missed key={callback.id} callback={callback} />
        ))}
        {missed?.total === 0 && <li className="note">{t.queue.noneMissed}</li>}
      </ul>
    </Panel>
  );
}

function Waiting({ call }: { readonly call: CallView }) {
  const t = useWords(deskWords);
  const line = useSettings()?.hotlines.find((hotline) => hotline.number === call.dialedNumber)?.label;
  return (
    <li data-testid="waiting-call">
      <span>{call.callerNumber === null ? t.call.hidden : <DialNumber number={call.callerNumber} />}</span>
      {call.choice === null ? <span className="note">{line}</span> : <Choice choice={call.choice} />}
      <WaitingClock since={call.offeredAt} />
    </li>
  );
}

function Missed({ callback }: { readonly callback: CallbackView }) {
  const format = useFormat();
  return (
    <li data-testid="missed-call">
      <DialNumber number={callback.number} eventId={callback.eventId ?? undefined} />
      <span className="note">{format.hourMinute(callback.createdAt)}</span>
      {callback.deadlineAt !== null && <Clock dueAt={callback.deadlineAt} startedAt={callback.createdAt} />}
    </li>
  );
}
