import { freshnessOf } from '../../design/parts/freshness';
import { Provenance } from '../../design/parts/Provenance';
import { StatusTag } from '../../design/parts/Tags';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { Facts } from '../../lists/Facts';
import style from './ReplayPage.module.css';
import type { Silence, Track, TrackFix } from './track';
import { replayWords } from './words';

interface FixCardProps {
  readonly at: number;
  readonly fix: TrackFix | null;
  readonly silence: Silence | null;
  readonly track: Track;
  readonly isThinned: boolean;
}

/** What was known at the moment of the slider: the newest fix until then, how old it was, and how it is known. */
export function FixCard({ at, fix, silence, track, isThinned }: FixCardProps) {
  const t = useWords(replayWords);
  const format = useFormat();
  return (
    <aside className={style['card']} aria-label={t.fix} data-testid="replay-fix">
      <time className={style['moment']} dateTime={new Date(at).toISOString()}>
        {format.dayOf(at)} {format.timeOfDay(at)}
      </time>
      {fix === null ? (
        <p className="note">{t.before}</p>
      ) : (
        <FixFacts at={at} fix={fix} isThinned={isThinned} />
      )}
      {silence !== null && (
        <p role="status" className={style['unknown']}>
          <span aria-hidden="true">◌ </span>
          {t.silence(format.timeOfDay(silence.after), format.timeOfDay(silence.until))}
        </p>
      )}
      <p className="note">
        {t.points(track.fixes.length)} · {t.silences(track.silences.length)}
        {isThinned && ` · ${t.thinned}`}
      </p>
      {!track.isComplete && <p className="critical">{t.cut}</p>}
      <p className="note">{t.audited}</p>
    </aside>
  );
}

const TONES = { fresh: 'met', ageing: 'neutral', stale: 'stale' } as const;

function FixFacts(props: { readonly at: number; readonly fix: TrackFix; readonly isThinned: boolean }) {
  const t = useWords(replayWords);
  const format = useFormat();
  const { at, fix, isThinned } = props;
  const age = Math.max(0, (at - fix.at) / 1000);
  const [longitude, latitude] = fix.place;
  return (
    <Facts
      rows={[
        [t.fixedAt, `${format.dayOf(fix.at)} ${format.timeOfDay(fix.at)}`],
        [
          t.age,
          <StatusTag key="age" tone={TONES[freshnessOf(age)]}>
            {age < 1 ? t.exact : `${isThinned ? '≤ ' : ''}${format.duration(age)}`}
          </StatusTag>,
        ],
        [t.kph, fix.speedKph === null ? t.unknown : speedText(t, fix.speedKph)],
        [t.course, fix.courseDegrees === null ? t.unknown : t.degrees(fix.courseDegrees)],
        [t.place, `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`],
        [
          t.source,
          <span key="source">
            <Provenance kind="MEASURED" /> {t.sources[fix.source]}
          </span>,
        ],
      ]}
    />
  );
}

function speedText(t: (typeof replayWords)['zh'], kph: number): string {
  return kph === 0 ? t.standing : t.kphValue(Math.round(kph));
}
