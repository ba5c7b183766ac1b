import type { CallView } from '../../api/types';
import { Choice } from '../../calls/Choice';
import { ElapsedClock, WaitingClock } from '../../design/parts/Clock';
import { Panel } from '../../design/parts/Panel';
import { Empty } from '../../design/parts/States';
import { Count, StatusTag, type Tone } from '../../design/parts/Tags';
import { phoneText } from '../../domain/phone';
import { domainWords } from '../../domain/words';
import { useFormat } from '../../i18n/format';
import { useLanguage, useWords } from '../../i18n/language';
import { useHotlineName } from '../../session/session';
import { Definitions } from './Definitions';
import style from './Supervisor.module.css';
import { percentOf, type CallsToday, type OperatorNow, type OperatorState } from './report';
import { supervisorWords } from './words';

/** Every call that is not over; who waits longest comes first, then who talks longest. */
export function LiveCalls({ calls }: { readonly calls: readonly CallView[] }) {
  const t = useWords(supervisorWords);
  const hotlineName = useHotlineName();
  const sorted = calls.toSorted(
    (a, b) =>
      Number(a.answeredAt !== null) - Number(b.answeredAt !== null) || a.offeredAt.localeCompare(b.offeredAt),
  );
  return (
    <Panel title={t.live} note={<Count value={calls.length} />} flush scroll testId="live-calls">
      {calls.length === 0 && <Empty why={t.liveEmpty} next={t.liveEmptyNext} />}
      {calls.length > 0 && (
        <table className={style['table']}>
          <thead>
            <tr>
              <th>{t.columns.operator}</th>
              <th>{t.columns.caller}</th>
              <th className={style['line']}>{t.columns.line}</th>
              <th>{t.columns.state}</th>
              <th className={style['number']}>{t.columns.duration}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((call) => (
              <tr key={call.id} data-testid="live-call">
                <td className="strong">{call.operatorName ?? call.operatorExtension ?? t.none}</td>
                <td>{call.callerNumber === null ? t.none : phoneText(call.callerNumber)}</td>
                <td className={style['line']}>
                  {call.dialedNumber === null ? t.none : hotlineName(call.dialedNumber)}
                </td>
                <td>
                  <CallTag call={call} /> <Choice choice={call.choice} />
                </td>
                <td className={style['number']}>
                  {call.answeredAt === null ? (
                    <WaitingClock since={call.offeredAt} />
                  ) : (
                    <ElapsedClock since={call.answeredAt} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function CallTag({ call }: { readonly call: CallView }) {
  const domain = useWords(domainWords);
  if (call.state === 'ANSWERED') {
    return (
      <StatusTag tone="own" sign="●">
        {domain.callState[call.state]}
      </StatusTag>
    );
  }
  return (
    <StatusTag tone={call.state === 'RINGING' ? 'own' : 'near'} sign={call.state === 'RINGING' ? '◐' : '△'}>
      {domain.callState[call.state]}
    </StatusTag>
  );
}

const LOOKS: Record<OperatorState, readonly [tone: Tone, sign: string]> = {
  TALKING: ['own', '●'],
  RINGING: ['own', '◐'],
  FREE: ['met', '○'],
  AWAY: ['neutral', '‖'],
};
const STATES: readonly OperatorState[] = ['TALKING', 'RINGING', 'FREE', 'AWAY'];

/** What each operator does now, and for how long; those at work first. */
export function Operators({ operators }: { readonly operators: readonly OperatorNow[] }) {
  const t = useWords(supervisorWords);
  const sorted = operators.toSorted(
    (a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || a.extension.localeCompare(b.extension),
  );
  const present = operators.filter((operator) => operator.state !== 'AWAY').length;
  return (
    <Panel
      title={t.operators}
      note={<Count value={operators.length} />}
      actions={operators.length > 0 && t.present(present, operators.length)}
      flush
      scroll
      testId="operators"
    >
      {operators.length === 0 && <Empty why={t.operatorsEmpty} next={t.operatorsEmptyNext} />}
      {operators.length > 0 && (
        <>
          <StateBar operators={operators} />
          <table className={style['table']}>
            <thead>
              <tr>
                <th>{t.columns.operator}</th>
                <th>{t.columns.extension}</th>
                <th>{t.columns.state}</th>
                <th className={style['number']}>{t.columns.duration}</th>
              </tr>
            </thead>
            <tbody>
              {sorted.map((operator) => (
                <OperatorRow key={operator.id} operator={operator} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </Panel>
  );
}

function OperatorRow({ operator }: { readonly operator: OperatorNow }) {
  const t = useWords(supervisorWords);
  const [tone, sign] = LOOKS[operator.state];
  return (
    <tr data-testid="operator-row">
      <td className="strong">{operator.name}</td>
      <td>{operator.extension}</td>
      <td>
        <StatusTag tone={tone} sign={sign}>
          {t.states[operator.state]}
        </StatusTag>
      </td>
      <td className={style['number']}>
        {operator.since === null ? (
          <span className="dim">{t.none}</span>
        ) : (
          <ElapsedClock since={operator.since} />
        )}
      </td>
    </tr>
  );
}

/** How the operators' states share the room, to be seen from afar. */
function StateBar({ operators }: { readonly operators: readonly OperatorNow[] }) {
  const t = useWords(supervisorWords);
  return (
    <ul className={style['states']}>
      {STATES.map((state) => ({ state, count: operators.filter((each) => each.state === state).length }))
        .filter(({ count }) => count > 0)
        .map(({ state, count }) => (
          <li key={state} data-state={state} style={{ flexGrow: count }}>
            {t.states[state]} {count}
          </li>
        ))}
    </ul>
  );
}

/** The same figures for each hotline number; the totals agree with the figures above. */
export function DialedNumbers({ today }: { readonly today: CallsToday }) {
  const t = useWords(supervisorWords);
  const format = useFormat();
  const language = useLanguage();
  const hotlineName = useHotlineName();
  const whole = (threshold: number) =>
    today.serviceLevel.find((level) => level.thresholdSeconds === threshold);
  return (
    <Panel
      title={t.perNumber}
      note={`${t.since(format.hourMinute(today.from))} · ${t.asOf(format.timeOfDay(today.asOf))}`}
      actions={<Definitions today={today} />}
      flush
      scroll
      testId="per-number"
    >
      <table className={`${style['table']} ${style['figuresTable']}`}>
        <thead>
          <tr>
            <th>{t.columns.number}</th>
            <th>{t.columns.offered}</th>
            <th>{t.columns.answered}</th>
            <th>{t.columns.within15}</th>
            <th>{t.columns.within20}</th>
            <th>{t.columns.abandoned}</th>
            <th title={today.definitions['callbackRequested']?.[language]}>{t.columns.callback}</th>
            <th>{t.columns.average}</th>
            <th title={today.definitions['transfers']?.[language]}>{t.columns.transfers}</th>
            <th title={today.definitions['talkSeconds']?.[language]}>{t.columns.talk}</th>
            <th>{t.columns.waiting}</th>
          </tr>
        </thead>
        <tbody>
          {today.perDialedNumber.map((line) => (
            <tr key={line.dialedNumber ?? ''}>
              <td className="strong">
                {line.dialedNumber === null ? t.none : hotlineName(line.dialedNumber)}
              </td>
              <td>{line.offered}</td>
              <td>{line.answered}</td>
              <Share part={line.within15} whole={line.counted15} target={whole(15)?.targetPercent} />
              <Share part={line.within20} whole={line.counted20} target={whole(20)?.targetPercent} />
              <td>{line.abandoned}</td>
              <td>{line.callbackRequested}</td>
              <Average seconds={line.averageAnswerSeconds} />
              <td>{line.transfers}</td>
              <td>{format.clockFigure(line.talkSeconds)}</td>
              <td>{line.waiting}</td>
            </tr>
          ))}
          <tr className="strong">
            <td>{t.total}</td>
            <td>{today.offered}</td>
            <td>{today.answered}</td>
            {[15, 20].map((threshold) => (
              <Share
                key={threshold}
                part={whole(threshold)?.numerator ?? 0}
                whole={whole(threshold)?.denominator ?? 0}
                target={whole(threshold)?.targetPercent}
              />
            ))}
            <td>{today.abandoned}</td>
            <td>{today.callbackRequested}</td>
            <Average seconds={today.averageAnswerSeconds} />
            <td>{today.transfers}</td>
            <td>{format.clockFigure(today.talkSeconds)}</td>
            <td>{today.waiting}</td>
          </tr>
        </tbody>
      </table>
      <p className={style['definition']}>
        {['offered', 'callbackRequested', 'transfers', 'talkSeconds']
          .map((name) => today.definitions[name]?.[language])
          .join(' ')}
      </p>
    </Panel>
  );
}

interface ShareProps {
  readonly part: number;
  readonly whole: number;
  readonly target: number | undefined;
}

/** A share of the callers that the service level counts; below the target it says so with more than colour. */
function Share({ part, whole, target }: ShareProps) {
  const t = useWords(supervisorWords);
  const percent = percentOf(part, whole);
  if (percent === null) return <td>{t.none}</td>;
  const isMissed = target !== undefined && percent < target;
  return (
    <td className={isMissed ? 'critical' : undefined} title={t.of(part, whole)}>
      {isMissed && <span aria-hidden="true">■ </span>}
      {percent.toFixed(1)} %
    </td>
  );
}

function Average({ seconds }: { readonly seconds: number | null }) {
  const t = useWords(supervisorWords);
  const format = useFormat();
  return <td>{seconds === null ? t.none : format.seconds(seconds, 1)}</td>;
}
