import { useState } from 'react';
import { useProblemText } from '../../api/useProblemText';
import type { Candidate, Ranking } from '../../api/types';
import { Panel } from '../../design/parts/Panel';
import { Reasons } from '../../design/parts/Reasons';
import { Empty, Failed, Loading } from '../../design/parts/States';
import { useReasonLines, useReasonText } from '../../domain/reasons';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import style from './NearestPanel.module.css';
import { needOf, spotOf, useNearest } from './place';
import type { Desk } from './useDesk';
import { deskWords } from './words';

/** Who can go: the nearest able stations, with what speaks for each and against. */
export function NearestPanel({ desk }: { readonly desk: Desk }) {
  const t = useWords(deskWords);
  const format = useFormat();
  const event = desk.event.data;
  const card = desk.card.data;
  const spot = spotOf(event, card);
  const nearest = useNearest(spot, needOf(event), card?.nearest ?? null);
  const ranking = spot === null ? undefined : nearest.data;
  return (
    <Panel
      title={t.nearest.title}
      note={ranking && t.nearest.ranked(format.timeOfDay(ranking.rankedAt))}
      actions={ranking && <span className={style['method']}>{t.nearest.eta}</span>}
      flush
      className={style['panel']}
      testId="nearest"
      footer={ranking && ranking.excluded.length > 0 ? <Excluded ranking={ranking} /> : undefined}
    >
      <Body hasSpot={spot !== null} nearest={nearest} />
      {ranking?.candidates[0] && <Say candidate={ranking.candidates[0]} />}
    </Panel>
  );
}

interface BodyProps {
  readonly hasSpot: boolean;
  readonly nearest: ReturnType<typeof useNearest>;
}

function Body({ hasSpot, nearest }: BodyProps) {
  const t = useWords(deskWords);
  const problemText = useProblemText();
  if (!hasSpot) return <Empty why={t.nearest.noPlace} next={t.nearest.noPlaceNext} />;
  if (nearest.data === undefined) {
    if (!nearest.isError) return <Loading rows={3} />;
    return (
      <Failed
        what={`${t.nearest.failed} ${problemText(nearest.error)}`}
        retry={() => void nearest.refetch()}
      />
    );
  }
  if (nearest.data.candidates.length === 0) return <Empty why={t.nearest.none} next={t.nearest.noneNext} />;
  return (
    <ol>
      {nearest.data.candidates.map((candidate) => (
        <Row key={candidate.station.id} candidate={candidate} />
      ))}
    </ol>
  );
}

function Row({ candidate }: { readonly candidate: Candidate }) {
  const t = useWords(deskWords);
  const format = useFormat();
  const lines = useReasonLines();
  const isFirst = candidate.rank === 1;
  return (
    <li
      className={`${style['row']} ${isFirst ? style['first'] : ''}`}
      data-testid={`station-row-${candidate.rank}`}
      data-station={candidate.station.code}
    >
      <span className={style['rank']}>{candidate.rank}</span>
      <div className={style['what']}>
        <strong className="truncate">{candidate.station.name}</strong>
        <Reasons lines={lines(candidate.reasons)} />
      </div>
      <div className={style['figures']}>
        <span>
          ≈ <strong>{`${candidate.etaLowMinutes}–${candidate.etaHighMinutes}`}</strong> {format.minuteUnit}
        </span>
        <span className="note">
          {t.nearest.straight} {format.distance(candidate.distanceMeters)}
        </span>
      </div>
    </li>
  );
}

/** A sentence for the caller, ready to be spoken. */
function Say({ candidate }: { readonly candidate: Candidate }) {
  const t = useWords(deskWords);
  const format = useFormat();
  return (
    <p className={style['say']}>
      <span className={style['tag']}>{t.form.say}</span>
      {t.form.sayEta(format.minutesRange(candidate.etaLowMinutes, candidate.etaHighMinutes))}
    </p>
  );
}

function Excluded({ ranking }: { readonly ranking: Ranking }) {
  const t = useWords(deskWords);
  const format = useFormat();
  const reasonText = useReasonText();
  const [isOpen, setOpen] = useState(false);
  const line = (each: Ranking['excluded'][number]) =>
    `${each.station.name} ${format.distance(each.distanceMeters)} ${format.list(each.reasons.map(reasonText))}`;
  return (
    <div className={style['excluded']}>
      <strong>{t.nearest.excluded(ranking.excluded.length)}</strong>
      {isOpen ? (
        <ul>
          {ranking.excluded.map((each) => (
            <li key={each.station.id}>☒ {line(each)}</li>
          ))}
        </ul>
      ) : (
        <span className="truncate">{ranking.excluded.map(line).join('　')}</span>
      )}
      <KeyButton
        label={t.nearest.showExcluded}
        combo="Alt+X"
        group="desk"
        small
        capOnly
        onPress={() => setOpen(!isOpen)}
      />
    </div>
  );
}
