import type { RescueJobView } from '../../api/types';
import { Clock } from '../../design/parts/Clock';
import { Key } from '../../design/parts/Key';
import { NeedRow } from '../../design/parts/NeedRow';
import { Panel } from '../../design/parts/Panel';
import { Empty } from '../../design/parts/States';
import { Count, PriorityTag } from '../../design/parts/Tags';
import { useWords } from '../../i18n/language';
import { nextStep, wantsStation } from '../../rescues/stages';
import { rescueWords } from '../../rescues/words';
import { blockName } from './blocks';
import { domainWords } from '../../domain/words';
import { boardWords } from './words';

interface NeedsProps {
  readonly jobs: readonly RescueJobView[];
  readonly selectedId: string | null;
  readonly select: (jobId: string) => void;
}

/** What needs a hand, the promise that breaks first on top; each row has one verb. */
export function Needs({ jobs, selectedId, select }: NeedsProps) {
  const t = useWords(boardWords);
  return (
    <Panel
      title={t.needs}
      note={<Count value={jobs.length} tone={jobs.length > 0 ? 'critical' : 'neutral'} />}
      actions={
        <>
          <Key combo="J" />
          <Key combo="K" />
        </>
      }
      footer={t.needsOrder}
      flush
      scroll
      testId="needs"
    >
      {jobs.length === 0 && <Empty why={t.needsEmpty} next={t.needsNext} />}
      <div role="listbox" aria-label={t.needs}>
        {jobs.map((job) => (
          <Need key={job.id} job={job} selected={job.id === selectedId} select={() => select(job.id)} />
        ))}
      </div>
    </Panel>
  );
}

function Need({
  job,
  selected,
  select,
}: {
  readonly job: RescueJobView;
  readonly selected: boolean;
  readonly select: () => void;
}) {
  const t = useWords(boardWords);
  const words = useWords(rescueWords);
  const domain = useWords(domainWords);
  const next = nextStep(job);
  const verb = wantsStation(job) ? t.assignFirst : next === null ? null : words.verb[next];
  return (
    <NeedRow
      lead={job.priority && <PriorityTag level={job.priority} />}
      title={`${job.vehicle?.plate ?? job.number} · ${domain.stage[job.stage]}`}
      detail={
        job.blockedBy === null
          ? (job.station?.name ?? job.place?.text ?? t.noStation)
          : t.blocked(blockName(t.blocks, job.blockedBy))
      }
      clock={
        job.promise === null ? (
          <span className="note">{t.noLimit}</span>
        ) : (
          <Clock dueAt={job.promise.dueAt} startedAt={job.promise.startedAt} />
        )
      }
      verb={
        verb && (
          <span className="note">
            {selected && <Key combo="A" />} {verb}
          </span>
        )
      }
      selected={selected}
      onSelect={select}
      testId="need-row"
    />
  );
}
