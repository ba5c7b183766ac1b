import { useProblemText } from '../../../api/useProblemText';
import type { CallView } from '../../../api/types';
import { useLiveCalls } from '../../../calls/calls';
import { Panel } from '../../../design/parts/Panel';
import { Empty } from '../../../design/parts/States';
import { phoneText } from '../../../domain/phone';
import { useWords } from '../../../i18n/language';
import { KeyButton } from '../../../keys/KeyButton';
import { hasRole, useHotlineName, useUser } from '../../../session/session';
import { useJoin, type SupervisionMode } from '../../../supervision/queries';
import { SupervisedNote } from '../../../supervision/SupervisedNote';
import { supervisionWords } from '../../../supervision/words';
import type { CallsToday, ServiceLevel } from '../report';
import { Roster } from './Roster';
import style from './Steering.module.css';

const MODES: readonly SupervisionMode[] = ['LISTEN', 'WHISPER', 'BARGE'];

/** Where a supervisor steers: the last half hour, the calls to join, and who sits in the queues. */
export function Steering({ today }: { readonly today: CallsToday }) {
  const t = useWords(supervisionWords);
  return (
    <Panel
      title={t.title}
      note={<Recent today={today} />}
      scroll
      className={style['panel']}
      testId="steering"
    >
      <div className={style['columns']}>
        <Talking />
        <Roster />
      </div>
    </Panel>
  );
}

function Recent({ today }: { readonly today: CallsToday }) {
  const t = useWords(supervisionWords);
  const hotlineName = useHotlineName();
  const { minutes, offered, answered, abandoned, callbackRequested, serviceLevel, perDialedNumber } =
    today.lastMinutes;
  const share = ({ percent }: ServiceLevel) => (percent === null ? t.none : `${percent.toFixed(1)} %`);
  const levels = serviceLevel.map((level) => t.level(level.thresholdSeconds, share(level)));
  const numbers = perDialedNumber.map(({ dialedNumber, serviceLevel: ofNumber }) => {
    const name = dialedNumber === null ? t.none : hotlineName(dialedNumber);
    return `${name} ${ofNumber.map(share).join(' / ')}`;
  });
  return (
    <span data-testid="last-minutes">
      {[
        t.recent(minutes),
        t.recentLine(offered, answered, abandoned, callbackRequested),
        ...levels,
        ...numbers,
      ].join(' · ')}
    </span>
  );
}

function Talking() {
  const t = useWords(supervisionWords);
  const problemText = useProblemText();
  const join = useJoin();
  const mayJoin = hasRole(useUser(), 'SUPERVISOR');
  const talking = (useLiveCalls().data ?? []).filter((call) => call.state === 'ANSWERED');
  return (
    <section aria-label={t.calls}>
      <h3 className={style['heading']}>{t.calls}</h3>
      {talking.length === 0 && <Empty why={t.nobody} next={t.nobodyNext} />}
      <ul className={style['calls']}>
        {talking.map((call) => (
          <li key={call.id}>
            <One call={call} mayJoin={mayJoin} onJoin={(mode) => join.mutate({ callId: call.id, mode })} />
          </li>
        ))}
      </ul>
      {join.isSuccess && <p role="status">{t.rings}</p>}
      {join.isError && <p role="alert">{problemText(join.error)}</p>}
    </section>
  );
}

interface OneProps {
  readonly call: CallView;
  readonly mayJoin: boolean;
  readonly onJoin: (mode: SupervisionMode) => void;
}

function One({ call, mayJoin, onJoin }: OneProps) {
  const t = useWords(supervisionWords);
  return (
    <div className={style['call']}>
      <span>
        {call.operatorName ?? call.operatorExtension ?? t.none} ·{' '}
        {call.callerNumber === null ? t.none : phoneText(call.callerNumber)}
      </span>
      {mayJoin &&
        MODES.map((mode) => (
          <KeyButton
            key={mode}
            label={t.modes[mode]}
            group="supervisor"
            small
            onPress={() => onJoin(mode)}
            testId={`join-${mode.toLowerCase()}`}
          />
        ))}
      <SupervisedNote callId={call.id} />
    </div>
  );
}
