import type { TimelineEntry } from '../../api/types';
import { useProblemText } from '../../api/useProblemText';
import { Provenance } from '../../design/parts/Provenance';
import { Empty, Failed, Loading } from '../../design/parts/States';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { useTimeline } from '../eventQueries';
import { useActorName } from '../useActorName';
import style from './Timeline.module.css';
import { useTimelineText } from './timelineText';
import { timelineWords } from './words';

/** The story of a case: when, what, who, and how it is known. */
export function Timeline({ eventId }: { readonly eventId: string }) {
  const t = useWords(timelineWords);
  const problemText = useProblemText();
  const timeline = useTimeline(eventId);
  if (timeline.data === undefined) {
    if (timeline.isError)
      return <Failed what={problemText(timeline.error)} retry={() => void timeline.refetch()} />;
    return <Loading rows={3} />;
  }
  if (timeline.data.length === 0) return <Empty why={t.none} />;
  return (
    <ol className={style['timeline']} data-testid="timeline">
      {timeline.data.map((entry) => (
        <Line key={entry.id} entry={entry} />
      ))}
    </ol>
  );
}

function Line({ entry }: { readonly entry: TimelineEntry }) {
  const actorName = useActorName();
  const format = useFormat();
  const say = useTimelineText();
  return (
    <li data-kind={entry.kind}>
      <time dateTime={entry.at} title={format.dayOf(entry.at)}>
        {format.timeOfDay(entry.at)}
      </time>
      <span className={style['what']}>{say(entry)}</span>
      <span className="note">{actorName(entry.actor)}</span>
      <Provenance kind={entry.provenance} />
    </li>
  );
}
