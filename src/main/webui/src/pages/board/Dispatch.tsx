import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useProblemText } from '../../api/useProblemText';
import type { ExcludedStation, Ranking, RescueJobView } from '../../api/types';
import { partsWords } from '../../design/parts/words';
import { Panel } from '../../design/parts/Panel';
import { Empty, Failed, Loading } from '../../design/parts/States';
import { PriorityTag } from '../../design/parts/Tags';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import { useKey } from '../../keys/useKey';
import { assign, keepJob, newerJobOf, useJobRanking, type Assignment } from '../../rescues/queries';
import { hasRole, useUser } from '../../session/session';
import { Candidates } from './Candidates';
import { Excluded } from './Excluded';
import { boardWords } from './words';

interface DispatchProps {
  readonly job: RescueJobView;
  readonly onConflict: (newer: RescueJobView) => void;
}

/** Whom to send: the ranking side by side, the excluded ones below, and the keys that send. */
export function Dispatch({ job, onConflict }: DispatchProps) {
  const t = useWords(boardWords);
  const parts = useWords(partsWords);
  const format = useFormat();
  const problemText = useProblemText();
  const cache = useQueryClient();
  const maySend = hasRole(useUser(), 'DISPATCHER');
  const ranking = useJobRanking(job);
  const [chosen, setChosen] = useState<ExcludedStation | null>(null);
  const sending = useMutation({
    mutationFn: (assignment: Assignment) => assign(job, assignment),
    onSuccess: (assigned) => keepJob(cache, assigned),
    onError: (error) => {
      const newer = newerJobOf(error);
      if (newer === null) return;
      keepJob(cache, newer);
      onConflict(newer);
    },
  });
  const send = (stationId: string, overrideReason?: string) => {
    if (!maySend || ranking.data === undefined || sending.isPending) return;
    sending.mutate({
      stationId,
      rankingId: ranking.data.id,
      ...(overrideReason === undefined ? {} : { overrideReason }),
    });
  };
  useKey('R', t.rankAgain, () => void ranking.refetch(), { group: 'board' });
  const hasRefused = sending.error !== null && newerJobOf(sending.error) === null;
  return (
    <Panel
      title={`${t.who} · ${t.event(job.eventNumber)}`}
      note={
        <>
          {job.priority && <PriorityTag level={job.priority} />}
          {job.place && t.byPlace(parts.provenance[job.place.provenance])}
          {ranking.data && t.rankedAt(format.timeOfDay(ranking.data.rankedAt))}
        </>
      }
      actions={
        <KeyButton
          label={t.rankAgain}
          combo="R"
          group="board"
          small
          busy={ranking.isFetching}
          onPress={() => void ranking.refetch()}
        />
      }
      footer={maySend ? t.stored : t.onlyDispatcher}
      flush
      scroll
      testId="dispatch-panel"
    >
      {hasRefused && <Failed what={`${t.failed}${problemText(sending.error)}`} />}
      {ranking.isPending && <Loading rows={6} />}
      {ranking.error !== null && (
        <Failed
          what={`${t.rankFailed}${problemText(ranking.error)}`}
          {...(ranking.data ? { instead: t.rankInstead } : {})}
          retry={() => void ranking.refetch()}
        />
      )}
      {ranking.data && (
        <Ranked
          ranking={ranking.data}
          disabled={!maySend || sending.isPending}
          send={send}
          chosen={chosen}
          choose={setChosen}
        />
      )}
    </Panel>
  );
}

interface RankedProps {
  readonly ranking: Ranking;
  readonly disabled: boolean;
  readonly send: (stationId: string, overrideReason?: string) => void;
  readonly chosen: ExcludedStation | null;
  readonly choose: (station: ExcludedStation | null) => void;
}

function Ranked({ ranking, disabled, send, chosen, choose }: RankedProps) {
  const t = useWords(boardWords);
  return (
    <>
      {ranking.candidates.length === 0 ? (
        <Empty why={t.noCandidates} next={t.noCandidatesNext} />
      ) : (
        <Candidates
          candidates={ranking.candidates}
          disabled={disabled}
          send={(stationId) => send(stationId)}
        />
      )}
      <Excluded
        excluded={ranking.excluded}
        disabled={disabled}
        chosen={chosen}
        choose={choose}
        send={(stationId, reason) => {
          send(stationId, reason);
          choose(null);
        }}
      />
    </>
  );
}
