import type { RescueJobView } from '../../api/types';
import { Clock } from '../../design/parts/Clock';
import { Count, PriorityTag } from '../../design/parts/Tags';
import { useWords } from '../../i18n/language';
import { LANES, laneOf, type LaneName } from '../../rescues/stages';
import { blockName } from './blocks';
import style from './Lanes.module.css';
import { boardWords } from './words';

interface LanesProps {
  readonly jobs: readonly RescueJobView[];
  readonly selectedId: string | null;
  readonly select: (jobId: string) => void;
}

/** The same jobs by stage, in the same order of need and the same clocks. */
export function Lanes({ jobs, selectedId, select }: LanesProps) {
  const t = useWords(boardWords);
  return (
    <div className={style['lanes']} data-testid="lanes">
      {LANES.map((lane) => {
        const here = jobs.filter((job) => laneOf(job.stage) === lane.name);
        return (
          <section
            key={lane.name}
            className={style['lane']}
            data-lane={lane.name}
            aria-label={t.lanes[lane.name]}
          >
            <header className={style['head']}>
              <strong className="truncate">{t.lanes[lane.name]}</strong>
              <Count value={here.length} />
            </header>
            <div className={style['cards']}>
              {here.map((job) => (
                <Card
                  key={job.id}
                  job={job}
                  lane={lane.name}
                  selected={job.id === selectedId}
                  select={select}
                />
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}

interface CardProps {
  readonly job: RescueJobView;
  readonly lane: LaneName;
  readonly selected: boolean;
  readonly select: (jobId: string) => void;
}

function Card({ job, selected, select }: CardProps) {
  const t = useWords(boardWords);
  return (
    <button
      type="button"
      className={`${style['card']} ${selected ? style['selected'] : ''}`}
      onClick={() => select(job.id)}
      data-testid="job-card"
      data-stage={job.stage}
      tabIndex={-1}
    >
      <span className={style['line']}>
        {job.priority && <PriorityTag level={job.priority} />}
        <strong className="truncate">{job.vehicle?.plate ?? job.number}</strong>
      </span>
      {job.promise && <Clock dueAt={job.promise.dueAt} startedAt={job.promise.startedAt} />}
      <span className="note truncate">{job.place?.text ?? job.number}</span>
      {job.station && <span className="truncate">{job.station.name}</span>}
      {job.blockedBy !== null && (
        <span className="note near truncate">{t.blocked(blockName(t.blocks, job.blockedBy))}</span>
      )}
    </button>
  );
}
