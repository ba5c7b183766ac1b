import { useProblemText } from '../../api/useProblemText';
import { useLiveCalls } from '../../calls/calls';
import { Failed, Loading } from '../../design/parts/States';
import { useWords } from '../../i18n/language';
import { Figures } from './Figures';
import { HalfHours } from './HalfHours';
import { useCallsToday } from './report';
import style from './Supervisor.module.css';
import { Steering } from './steering/Steering';
import { DialedNumbers, LiveCalls, Operators } from './Tables';
import { supervisorWords } from './words';

/** The supervisor's page: figures to read across the room on top, tables to read from a chair below. */
export default function SupervisorPage() {
  const t = useWords(supervisorWords);
  const problemText = useProblemText();
  const calls = useLiveCalls();
  const report = useCallsToday(calls.data);
  if (report.isPending) return <Loading rows={8} />;
  const failure = report.error === null ? null : t.failed + problemText(report.error);
  if (report.data === undefined) {
    return <Failed what={failure ?? t.failed} retry={() => void report.refetch()} />;
  }
  return (
    <div className={style['page']} data-testid="supervisor">
      {failure && <Failed what={failure} instead={t.instead} retry={() => void report.refetch()} />}
      <Figures today={report.data} />
      <div className={style['upper']}>
        <HalfHours today={report.data} />
        <Operators operators={report.data.operators} />
      </div>
      <div className={style['lower']}>
        <LiveCalls calls={calls.data ?? []} />
        <DialedNumbers today={report.data} />
      </div>
      <Steering today={report.data} />
    </div>
  );
}
