import type { CallView } from '../../api/types';
import { ElapsedClock, WaitingClock } from '../../design/parts/Clock';
import { Panel } from '../../design/parts/Panel';
import { Empty } from '../../design/parts/States';
import { Count, StatusTag, type Tone } from '../../design/parts/Tags';
import { domainWords } from '../../domain/words';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import style from './Supervisor.module.css';
import type { CallsToday, OperatorNow, OperatorState } from './report';
import { supervisorWords } from './words';

/** Every call that is not over. */
export function LiveCalls({ calls }: { readonly calls: readonly CallView[] }) {
  const t = useWords(supervisorWords);
  const domain = useWords(domainWords);
  return (
    <Panel title={t.live} note={<Count value={calls.length} />} flush scroll testId="live-calls">
      {calls.length === 0 && <Empty why={t.liveEmpty} next={t.liveEmptyNext} />}
      {calls.length > 0 && (
        <table className={style['table']}>
          <thead>
            <tr>
              <th>{t.columns.operator}</th>
              <th>{t.columns.caller}</th>
              <th>{t.columns.line}</th>
              <th>{t.columns.state}</th>
              <th>{t.columns.duration}</th>
            </tr>
          </thead>
          <tbody>
            {calls.map((call) => (
              <tr key={call.id} data-testid="live-call">
                <td>{call.operatorName ?? call.operatorExtension ?? t.none}</td>
                <td>{call.callerNumber ?? t.none}</td>
                <td>{call.dialedNumber ?? t.none}</td>
                <td>{domain.callState[call.state]}</td>
                <td>
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

const TONES: Record<OperatorState, Tone> = { TALKING: 'own', RINGING: 'near', FREE: 'met', AWAY: 'neutral' };

/** What each operator does now, and for how long. */
export function Operators({ operators }: { readonly operators: readonly OperatorNow[] }) {
  const t = useWords(supervisorWords);
  return (
    <Panel title={t.operators} note={<Count value={operators.length} />} flush scroll testId="operators">
      {operators.length === 0 && <Empty why={t.operatorsEmpty} next={t.operatorsEmptyNext} />}
      <table className={style['table']}>
        <tbody>
          {operators.map((operator) => (
            <tr key={operator.id}>
              <td>{operator.name}</td>
              <td>{operator.extension}</td>
              <td>
                <StatusTag tone={TONES[operator.state]}>{t.states[operator.state]}</StatusTag>
              </td>
              <td>{operator.since !== null && <ElapsedClock since={operator.since} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

/** The same figures for each hotline number; the totals agree with the figures above. */
export function DialedNumbers({ today }: { readonly today: CallsToday }) {
  const t = useWords(supervisorWords);
  const format = useFormat();
  const seconds = (value: number | null) => (value === null ? t.none : format.seconds(value, 1));
  const within = (threshold: number) =>
    today.serviceLevel.find((level) => level.thresholdSeconds === threshold)?.numerator ?? t.none;
  return (
    <Panel
      title={t.perNumber}
      note={`${t.since(format.hourMinute(today.from))} · ${t.asOf(format.timeOfDay(today.asOf))}`}
      flush
      scroll
      testId="per-number"
    >
      <table className={style['table']}>
        <thead>
          <tr>
            <th>{t.columns.number}</th>
            <th>{t.columns.offered}</th>
            <th>{t.columns.answered}</th>
            <th>{t.columns.within15}</th>
            <th>{t.columns.within20}</th>
            <th>{t.columns.abandoned}</th>
            <th>{t.columns.average}</th>
            <th>{t.columns.waiting}</th>
          </tr>
        </thead>
        <tbody>
          {today.perDialedNumber.map((line) => (
            <tr key={line.dialedNumber ?? ''}>
              <td>{line.dialedNumber ?? t.none}</td>
              <td>{line.offered}</td>
              <td>{line.answered}</td>
              <td>{line.within15}</td>
              <td>{line.within20}</td>
              <td>{line.abandoned}</td>
              <td>{seconds(line.averageAnswerSeconds)}</td>
              <td>{line.waiting}</td>
            </tr>
          ))}
          <tr className="strong">
            <td>{t.total}</td>
            <td>{today.offered}</td>
            <td>{today.answered}</td>
            <td>{within(15)}</td>
            <td>{within(20)}</td>
            <td>{today.abandoned}</td>
            <td>{seconds(today.averageAnswerSeconds)}</td>
            <td>{today.waiting}</td>
          </tr>
        </tbody>
      </table>
    </Panel>
  );
}
