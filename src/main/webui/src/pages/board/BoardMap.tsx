import { useMemo } from 'react';
import type { Ranking, RescueJobView } from '../../api/types';
import { Panel } from '../../design/parts/Panel';
import { useWords } from '../../i18n/language';
import { MapView } from '../../map/MapView';
import type { LngLat, Mark } from '../../map/marks';
import { useNow } from '../../time/now';
import { boardMarks, focusOf } from './boardMarks';
import { boardWords } from './words';

interface BoardMapProps {
  readonly jobs: readonly RescueJobView[];
  readonly selected: RescueJobView | null;
  readonly ranking: Ranking | null;
  readonly select: (jobId: string) => void;
}

const MINUTE = 60_000;

/** Where everything is: the broken-down trucks, those on the move, and who could go to the chosen one. */
export function BoardMap({ jobs, selected, ranking, select }: BoardMapProps) {
  const t = useWords(boardWords);
  // Marks change their look when a promise breaks; once a minute is often enough for a picture.
  const minute = Math.floor(useNow() / MINUTE);
  const marks: readonly Mark[] = useMemo(
    () => boardMarks(jobs, selected, ranking, minute * MINUTE),
    [jobs, selected, ranking, minute],
  );
  const points: readonly LngLat[] = focusOf(selected, ranking);
  const fit = selected === null ? undefined : { key: `${selected.id}:${ranking?.id ?? ''}`, points };
  return (
    <Panel
      title={t.situation}
      note={t.situationNote(jobs.length)}
      footer={Object.values(t.legend).join('　')}
      flush
      testId="board-map"
    >
      <MapView
        marks={marks}
        crowd
        fit={fit}
        onPick={(id) => {
          if (jobs.some((job) => job.id === id)) select(id);
        }}
      />
    </Panel>
  );
}
