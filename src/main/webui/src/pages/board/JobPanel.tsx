import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { RescueJobView, RescueStage } from '../../api/types';
import { useProblemText } from '../../api/useProblemText';
import { Clock } from '../../design/parts/Clock';
import { Panel } from '../../design/parts/Panel';
import { Provenance } from '../../design/parts/Provenance';
import { Failed } from '../../design/parts/States';
import { PriorityTag } from '../../design/parts/Tags';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import { advance, block, keepJob, newerJobOf, type Step } from '../../rescues/queries';
import { needsReason, nextStep, otherSteps } from '../../rescues/stages';
import { promiseName } from '../../rescues/promise';
import { rescueWords } from '../../rescues/words';
import { hasRole, useUser } from '../../session/session';
import { serverNow } from '../../time/now';
import { Blocked } from './Blocked';
import style from './JobPanel.module.css';
import { useActorName } from '../../domain/useActorName';
import { domainWords } from '../../domain/words';
import { boardWords } from './words';

/** The track is shown from an hour before: how a truck came to stand says much. */
const BEFORE_JOB_MILLIS = 3_600_000;

interface JobPanelProps {
  readonly job: RescueJobView;
  readonly onConflict: (newer: RescueJobView) => void;
}

/** A job that a station has: what happened so far, the promise that runs, and the steps from here. */
export function JobPanel({ job, onConflict }: JobPanelProps) {
  const t = useWords(boardWords);
  const words = useWords(rescueWords);
  const domain = useWords(domainWords);
  const problemText = useProblemText();
  const cache = useQueryClient();
  const maySteer = hasRole(useUser(), 'DISPATCHER');
  const [asking, setAsking] = useState<RescueStage | null>(null);
  const settle = {
    onSuccess: (moved: RescueJobView) => {
      setAsking(null);
      keepJob(cache, moved);
    },
    onError: (error: Error) => {
      const newer = newerJobOf(error);
      if (newer === null) return;
      keepJob(cache, newer);
      onConflict(newer);
    },
  };
  const moving = useMutation({ mutationFn: (step: Step) => advance(job, step), ...settle });
  const blocking = useMutation({ mutationFn: (reason: string | null) => block(job, reason), ...settle });
  const disabled = !maySteer || moving.isPending || blocking.isPending;
  const go = (to: RescueStage) => {
    if (needsReason(to)) setAsking(to);
    // The dispatcher writes down what the station said on the telephone.
    else moving.mutate({ to, provenance: 'TOLD' });
  };
  const next = nextStep(job);
  const error = [moving.error, blocking.error].find((each) => each !== null && newerJobOf(each) === null);
  return (
    <Panel
      title={`${job.number} · ${domain.stage[job.stage]}`}
      note={
        <>
          {job.priority && <PriorityTag level={job.priority} />}
          <span className="truncate">{job.station?.name ?? t.noStation}</span>
        </>
      }
      actions={
        <>
          <Track job={job} />
          <Link to={`/events/${job.eventId}`}>{t.openEvent}</Link>
        </>
      }
      footer={maySteer ? undefined : t.onlyDispatcher}
      scroll
      testId="job-panel"
    >
      {error && <Failed what={`${t.failed}${problemText(error)}`} />}
      {job.promise && (
        <p className={style['promise']}>
          <span className="note">{promiseName(words.promise, job.promise.kind)}</span>
          <Clock dueAt={job.promise.dueAt} startedAt={job.promise.startedAt} size="large" />
        </p>
      )}
      <h3 className={style['head']}>{t.steps}</h3>
      <div className={style['steps']}>
        {next && (
          <KeyButton
            label={words.verb[next]}
            combo="A"
            group="board"
            kind="primary"
            disabled={disabled}
            onPress={() => go(next)}
            testId={`advance-${next}`}
          />
        )}
        {otherSteps(job).map((stage, index) => (
          <KeyButton
            key={stage}
            label={words.verb[stage]}
            combo={index < 8 ? String(index + 2) : undefined}
            group="board"
            kind={stage === 'CANCELLED' ? 'danger' : 'default'}
            disabled={disabled}
            onPress={() => go(stage)}
            testId={`advance-${stage}`}
          />
        ))}
      </div>
      {asking && (
        <AskReason
          key={asking}
          stage={asking}
          busy={moving.isPending}
          confirm={(reason) => moving.mutate({ to: asking, reason, provenance: 'TOLD' })}
          giveUp={() => setAsking(null)}
        />
      )}
      <Blocked job={job} disabled={disabled} block={(reason) => blocking.mutate(reason)} />
      <Stages job={job} />
    </Panel>
  );
}

/** Where the truck was since shortly before the job began, until now or until it ended. */
function Track({ job }: { readonly job: RescueJobView }) {
  const t = useWords(boardWords);
  const navigate = useNavigate();
  const vehicleId = job.vehicle?.id ?? null;
  if (vehicleId === null) return null;
  const open = () => {
    const from = Date.parse(job.createdAt) - BEFORE_JOB_MILLIS;
    const span = { from: new Date(from).toISOString(), to: new Date(serverNow()).toISOString() };
    void navigate(`/vehicles/${vehicleId}/replay?${new URLSearchParams(span).toString()}`);
  };
  return <KeyButton label={t.track} combo="T" group="board" small onPress={open} testId="job-track" />;
}

function Stages({ job }: { readonly job: RescueJobView }) {
  const t = useWords(boardWords);
  const actorName = useActorName();
  const domain = useWords(domainWords);
  const format = useFormat();
  return (
    <>
      <h3 className={style['head']}>{t.stages}</h3>
      <ol className={style['stages']}>
        {job.stages.map((stage) => (
          <li key={`${stage.stage}${stage.at}`}>
            <time dateTime={stage.at}>{format.timeOfDay(stage.at)}</time>
            <span>{domain.stage[stage.stage]}</span>
            <span className="note truncate">{actorName(stage.actor)}</span>
            <Provenance kind={stage.provenance} />
          </li>
        ))}
      </ol>
    </>
  );
}

interface AskReasonProps {
  readonly stage: RescueStage;
  readonly busy: boolean;
  readonly confirm: (reason: string) => void;
  readonly giveUp: () => void;
}

/** Some steps hurt somebody; they ask why before they happen. */
function AskReason({ stage, busy, confirm, giveUp }: AskReasonProps) {
  const t = useWords(boardWords);
  const words = useWords(rescueWords);
  const [reason, setReason] = useState('');
  const isReady = reason.trim().length > 0;
  return (
    <div className={style['ask']}>
      <Input
        // The person pressed the key of this step; typing must reach the reason at once.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={reason}
        maxLength={200}
        placeholder={`${words.verb[stage]} · ${t.reasonNeeded}`}
        aria-label={t.reason}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={() => isReady && confirm(reason.trim())}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) giveUp();
        }}
        data-testid="step-reason"
      />
      <KeyButton
        label={t.confirm}
        combo="Ctrl+Enter"
        group="board"
        kind="primary"
        disabled={!isReady}
        busy={busy}
        onPress={() => confirm(reason.trim())}
        testId="confirm-step"
      />
      <KeyButton label={t.giveUp} group="board" onPress={giveUp} />
    </div>
  );
}
