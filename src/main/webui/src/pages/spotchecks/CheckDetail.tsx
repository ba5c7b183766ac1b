import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { keys } from '../../api/queries';
import { useProblemText } from '../../api/useProblemText';
import type { SpotCheckView } from '../../api/types';
import { ElapsedClock } from '../../design/parts/Clock';
import { Panel } from '../../design/parts/Panel';
import { Failed, Loading } from '../../design/parts/States';
import { phoneText } from '../../domain/phone';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { Facts } from '../../lists/Facts';
import { NothingPicked } from '../../lists/NothingPicked';
import { CheckButton } from '../../spotchecks/CheckButton';
import { CheckOutcome } from '../../spotchecks/CheckOutcome';
import { RingMark } from '../../spotchecks/RingMark';
import { spotCheckWords } from '../../spotchecks/words';
import style from './SpotChecks.module.css';
import { checksWords } from './words';

/** One check in full. */
export function CheckDetail({ id }: { readonly id: string | null }) {
  const t = useWords(checksWords);
  return id === null ? (
    <NothingPicked title={t.one} className={style['detail']} />
  ) : (
    <KnownCheck key={id} id={id} />
  );
}

function KnownCheck({ id }: { readonly id: string }) {
  const t = useWords(checksWords);
  const problemText = useProblemText();
  const check = useQuery({
    queryKey: keys.spotCheck(id),
    queryFn: ({ signal }) => api.get<SpotCheckView>(`/spot-checks/${id}`, {}, signal),
  });
  if (check.data !== undefined) return <Detail check={check.data} />;
  return (
    <Panel title={t.one} className={style['detail']}>
      {check.isError ? (
        <Failed what={`${t.failed} ${problemText(check.error)}`} retry={() => void check.refetch()} />
      ) : (
        <Loading rows={6} />
      )}
    </Panel>
  );
}

function Detail({ check }: { readonly check: SpotCheckView }) {
  const words = useWords(spotCheckWords);
  const { station, dutyPhone } = check;
  return (
    <Panel
      title={station.name}
      note={<CheckOutcome check={check} />}
      className={style['detail']}
      scroll
      testId="spot-check-detail"
    >
      {check.state === 'DONE' ? (
        <RingMark check={check} large />
      ) : (
        check.dialledAt !== null && <ElapsedClock since={check.dialledAt} size="large" />
      )}
      <CheckFacts check={check} />
      <CheckButton
        wanted={{ stationId: station.id, dutyPhoneId: dutyPhone.id }}
        label={words.checkAgain}
        combo="R"
        disabled={check.state !== 'DONE'}
      />
    </Panel>
  );
}

function CheckFacts({ check }: { readonly check: SpotCheckView }) {
  const t = useWords(checksWords);
  const words = useWords(spotCheckWords);
  const format = useFormat();
  const { station, answerWithinSeconds, hangupCause } = check;
  const known =
    hangupCause === null
      ? undefined
      : Object.entries(t.causes).find(([code]) => code === String(hangupCause))?.[1];
  const at = (instant: string | null) => instant && `${format.dayOf(instant)} ${format.timeOfDay(instant)}`;
  return (
    <Facts
      rows={[
        [
          t.facts.station,
          <Link key="station" to={`/stations/${station.id}`}>
            {[station.code, station.office].filter(Boolean).join(' · ')}
          </Link>,
        ],
        [t.facts.number, phoneText(check.dutyPhone.number)],
        [t.facts.ring, words.mark(format.seconds(answerWithinSeconds))],
        [t.facts.who, check.planId === null ? check.requestedByName : t.byPlan],
        [t.facts.requested, at(check.requestedAt)],
        [t.facts.dialled, at(check.dialledAt)],
        [t.facts.ended, at(check.endedAt)],
        [t.facts.cause, hangupCause !== null && [known, t.cause(hangupCause)].filter(Boolean).join(' · ')],
        [t.facts.counts, check.counts !== null && (check.counts ? t.counts.yes : t.counts.no)],
        [
          t.facts.call,
          check.callId !== null && (
            <Link key="call" to={`/calls/${check.callId}`}>
              {t.seeCall}
            </Link>
          ),
        ],
      ]}
    />
  );
}
