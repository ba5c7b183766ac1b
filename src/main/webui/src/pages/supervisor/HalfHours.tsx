import { Panel } from '../../design/parts/Panel';
import { Empty } from '../../design/parts/States';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import style from './Supervisor.module.css';
import type { HalfHour } from './report';
import { supervisorWords } from './words';

/** Every full hour is written below the bars. */
const LABEL_EVERY = 2;

/** The day in bars: how many called, how many gave up; the half hour that still runs is hatched. */
export function HalfHours({ halfHours }: { readonly halfHours: readonly HalfHour[] }) {
  const t = useWords(supervisorWords);
  const format = useFormat();
  const most = Math.max(1, ...halfHours.map((each) => each.offered));
  const hasCalls = halfHours.some((each) => each.offered > 0);
  return (
    <Panel
      title={t.chart}
      note={
        <>
          <span className={style['key']} data-part="answered" /> {t.answered}
          <span className={style['key']} data-part="lost" /> {t.lost}
          <span className={style['key']} data-part="unfinished" /> {t.unfinished}
        </>
      }
    >
      {!hasCalls && <Empty why={t.noCalls} next={t.noCallsNext} />}
      {hasCalls && (
        <div className={style['chart']} role="img" aria-label={t.chartLabel}>
          {halfHours.map((each, index) => (
            <div key={each.start} className={style['slot']}>
              <span className={style['count']}>{each.offered > 0 ? each.offered : ''}</span>
              <div
                className={style['bar']}
                data-finished={each.finished}
                style={{ height: `${(70 * each.offered) / most}%` }}
                title={`${format.hourMinute(each.start)} · ${each.offered} · ${t.within} ${each.within15}`}
              >
                <span style={{ height: `${(100 * each.abandoned) / Math.max(1, each.offered)}%` }} />
              </div>
              <span className={style['hour']}>
                {index % LABEL_EVERY === 0 && format.hourMinute(each.start)}
              </span>
            </div>
          ))}
        </div>
      )}
    </Panel>
  );
}
