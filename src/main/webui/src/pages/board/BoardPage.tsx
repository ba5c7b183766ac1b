import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { RescueJobView } from '../../api/types';
import { useProblemText } from '../../api/useProblemText';
import { Panel } from '../../design/parts/Panel';
import { Empty, Failed, Loading } from '../../design/parts/States';
import { WideBar } from '../../design/parts/WideBar';
import { useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import { useListKeys } from '../../keys/useListKeys';
import { useJobRanking, useOpenRescues } from '../../rescues/queries';
import { byNeed, wantsStation } from '../../rescues/stages';
import { BoardMap } from './BoardMap';
import style from './BoardPage.module.css';
import { Dispatch } from './Dispatch';
import { JobPanel } from './JobPanel';
import { Lanes } from './Lanes';
import { Needs } from './Needs';
import { domainWords } from '../../domain/words';
import { boardWords } from './words';

/** The dispatcher's page: what breaks first, the jobs by stage, the map, and whom to send. */
export default function BoardPage() {
  const t = useWords(boardWords);
  const problemText = useProblemText();
  const rescues = useOpenRescues();
  const jobs = useMemo(() => (rescues.data?.items ?? []).toSorted(byNeed), [rescues.data]);
  const [params, setParams] = useSearchParams();
  const asked = params.get('job');
  const selected = jobs.find((job) => job.id === asked) ?? jobs[0] ?? null;
  const select = (jobId: string) => setParams({ job: jobId }, { replace: true });
  const [conflict, setConflict] = useState<RescueJobView | null>(null);
  const ranking = useJobRanking(selected !== null && wantsStation(selected) ? selected : null);
  useListKeys({
    items: jobs,
    selected: selected === null ? -1 : jobs.indexOf(selected),
    select: (index) => {
      const job = jobs[index];
      if (job) select(job.id);
    },
  });
  // The first job is chosen for the reader, and stays chosen when another one becomes more urgent.
  useEffect(() => {
    if (asked === null && selected !== null) setParams({ job: selected.id }, { replace: true });
  }, [asked, selected, setParams]);

  if (rescues.isPending) return <Loading rows={8} />;
  if (rescues.data === undefined) {
    return <Failed what={t.listFailed + problemText(rescues.error)} retry={() => void rescues.refetch()} />;
  }
  return (
    <div className={style['page']} data-testid="board">
      <div className={style['needs']}>
        <Needs jobs={jobs} selectedId={selected?.id ?? null} select={select} />
      </div>
      <div className={style['right']}>
        {conflict && <Conflict job={conflict} close={() => setConflict(null)} />}
        {rescues.error !== null && <Failed what={t.listFailed + problemText(rescues.error)} />}
        <Lanes jobs={jobs} selectedId={selected?.id ?? null} select={select} />
        <div className={style['below']}>
          <BoardMap
            jobs={jobs}
            selected={selected}
            ranking={selected !== null && wantsStation(selected) ? (ranking.data ?? null) : null}
            select={select}
          />
          <Work job={selected} onConflict={setConflict} />
        </div>
      </div>
    </div>
  );
}

function Work({
  job,
  onConflict,
}: {
  readonly job: RescueJobView | null;
  readonly onConflict: (newer: RescueJobView) => void;
}) {
  const t = useWords(boardWords);
  if (job === null) {
    return (
      <Panel title={t.who}>
        <Empty why={t.select} next={t.selectNext} />
      </Panel>
    );
  }
  if (!wantsStation(job)) return <JobPanel key={job.id} job={job} onConflict={onConflict} />;
  if (job.place?.latitude == null) {
    return (
      <Panel title={t.who}>
        <Empty why={t.noPlace} next={t.noPlaceNext} />
      </Panel>
    );
  }
  return <Dispatch key={job.id} job={job} onConflict={onConflict} />;
}

/** Somebody was first: says who and what, and keeps both sides visible. */
function Conflict({ job, close }: { readonly job: RescueJobView; readonly close: () => void }) {
  const t = useWords(boardWords);
  const domain = useWords(domainWords);
  const last = job.stages[job.stages.length - 1];
  const stage = domain.stage[job.stage];
  return (
    <WideBar
      tone="critical"
      title={last === undefined ? t.conflictUnknown(stage) : t.conflict(last.actor.name, stage)}
      detail={t.conflictDetail}
      action={<KeyButton label={t.understood} combo="Escape" group="board" small onPress={close} />}
      testId="conflict"
    />
  );
}
