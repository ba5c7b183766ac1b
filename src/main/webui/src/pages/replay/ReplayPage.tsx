import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { api } from '../../api/client';
import { keys } from '../../api/queries';
import type { TrackView, VehicleView } from '../../api/types';
import { useProblemText } from '../../api/useProblemText';
import { Panel } from '../../design/parts/Panel';
import { Empty, Failed, Loading } from '../../design/parts/States';
import { useWords } from '../../i18n/language';
import { Replay } from './Replay';
import style from './ReplayPage.module.css';
import { isAskable, lastHours, toleranceOf, type Span } from './span';
import { SpanBar } from './SpanBar';
import { trackOf } from './track';
import { replayWords } from './words';

const FIRST_HOURS = 12;

/** Where one truck was between two instants, played on the map. The time lives in the address. */
export default function ReplayPage() {
  const t = useWords(replayWords);
  const { id = '' } = useParams();
  const vehicle = useQuery({
    queryKey: keys.vehicle(id),
    queryFn: ({ signal }) => api.get<VehicleView>(`/vehicles/${id}`, {}, signal),
  });
  const [span, setSpan] = useSpan();
  const track = useTrack(id, span);
  return (
    <div className={style['page']} data-testid="replay">
      <Panel
        title={t.title(vehicle.data?.plate ?? t.noPlate)}
        note={<span>{vehicle.data?.model}</span>}
        actions={<SpanBar vehicleId={id} span={span} choose={setSpan} />}
        flush
      >
        <Body track={track} span={span} label={vehicle.data?.plate ?? undefined} />
      </Panel>
    </div>
  );
}

function useSpan(): [Span, (span: Span) => void] {
  const [search, setSearch] = useSearchParams();
  const [first] = useState(() => lastHours(FIRST_HOURS));
  const from = search.get('from');
  const to = search.get('to');
  const span = from !== null && to !== null && isAskable({ from, to }) ? { from, to } : first;
  return [span, (next) => setSearch({ ...next }, { replace: true })];
}

function useTrack(vehicleId: string, span: Span) {
  return useQuery({
    queryKey: keys.track(vehicleId, span.from, span.to),
    queryFn: ({ signal }) =>
      api.get<TrackView>(`/vehicles/${vehicleId}/track`, { ...span, tolerance: toleranceOf(span) }, signal),
  });
}

interface BodyProps {
  readonly track: ReturnType<typeof useTrack>;
  readonly span: Span;
  readonly label: string | undefined;
}

function Body({ track, span, label }: BodyProps) {
  const t = useWords(replayWords);
  const problemText = useProblemText();
  const read = useMemo(() => (track.data === undefined ? null : trackOf(track.data)), [track.data]);
  if (track.isError) {
    return <Failed what={t.failed + problemText(track.error)} retry={() => void track.refetch()} />;
  }
  if (read === null) return <Loading rows={8} />;
  if (read.fixes.length === 0) return <Empty why={t.none} next={t.noneNext} />;
  return (
    <Replay
      key={`${span.from} ${span.to}`}
      track={read}
      span={span}
      label={label}
      isThinned={toleranceOf(span) !== null}
    />
  );
}
