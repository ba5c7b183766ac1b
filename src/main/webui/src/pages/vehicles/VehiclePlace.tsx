import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../api/client';
import { keys } from '../../api/queries';
import { useProblemText } from '../../api/useProblemText';
import type { PositionView, TrackView, VehicleView } from '../../api/types';
import { Age } from '../../design/parts/Age';
import { Panel } from '../../design/parts/Panel';
import { Empty } from '../../design/parts/States';
import { StatusTag } from '../../design/parts/Tags';
import { useOutcomeText, usePositionQuery } from '../../domain/positionQuery';
import { useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import { useLivePosition, type TruckPlace } from '../../live/useLivePosition';
import type { LngLat, Mark } from '../../map/marks';
import { MapView } from '../../map/MapView';
import { serverNow } from '../../time/now';
import { trackLines, trackOf } from '../replay/track';
import { useTrack } from './track';
import style from './VehicleDetail.module.css';
import { vehicleWords } from './words';

const RENEWED_MILLIS = 15_000;

/** The last known place; the service answers with nothing when it never heard of one. */
function usePosition(vehicleId: string) {
  return useQuery({
    queryKey: keys.position(vehicleId),
    queryFn: ({ signal }) => api.get<PositionView | null>(`/vehicles/${vehicleId}/position`, {}, signal),
    // The live feed moves the truck; county and ignition come from here.
    refetchInterval: RENEWED_MILLIS,
  });
}

/** Where the truck is and was, on the map and in words to read out. */
export function VehiclePlace({ vehicle }: { readonly vehicle: VehicleView }) {
  const t = useWords(vehicleWords);
  const known = usePosition(vehicle.id);
  const place = useLivePosition(vehicle.id, known.data ?? null);
  const [isTrackShown, setTrackShown] = useState(false);
  const track = useTrack(vehicle.id, isTrackShown);
  const marks = useMarks(place, vehicle.plate ?? undefined, track.data);
  const path = pathOf(track.data);
  const fit =
    place === null
      ? undefined
      : {
          key: `${vehicle.id} ${path.length}`,
          points: [[place.longitude, place.latitude] as LngLat, ...path],
        };
  return (
    <Panel
      title={t.position}
      note={place === null ? undefined : <FixNote place={place} />}
      actions={
        <KeyButton
          label={isTrackShown ? t.hideTrack : t.showTrack}
          combo="T"
          group="list"
          small
          busy={track.isFetching}
          onPress={() => setTrackShown(!isTrackShown)}
          testId="show-track"
        />
      }
      footer={<Poll vehicle={vehicle} track={isTrackShown ? track : null} />}
      flush
      className={style['map']}
    >
      {place === null && known.isSuccess ? (
        <Empty why={t.noPosition} next={t.noPositionNext} />
      ) : (
        <div className={style['place']}>
          {place !== null && <PlaceLine place={place} known={known.data ?? null} />}
          <MapView marks={marks} crowd fit={fit} />
        </div>
      )}
    </Panel>
  );
}

function pathOf(track: TrackView | undefined): readonly LngLat[] {
  return track?.geometry?.coordinates ?? [];
}

function useMarks(place: TruckPlace | null, label: string | undefined, track: TrackView | undefined) {
  return useMemo(() => {
    const marks: Mark[] = [];
    if (track !== undefined) marks.push(...trackLines(trackOf(track)));
    if (place !== null) {
      const isStale = serverNow() - Date.parse(place.fixedAt) > 30 * 60_000;
      marks.push({
        kind: 'truck',
        id: 'truck',
        at: [place.longitude, place.latitude],
        look: isStale ? 'stale' : 'own',
        courseDegrees: place.courseDegrees,
        label,
      });
    }
    return marks;
  }, [place, label, track]);
}

/** Half a minute's drive: the name of the place still holds. */
function isNear(known: PositionView, place: TruckPlace): boolean {
  return (
    Math.abs(known.latitude - place.latitude) < 0.01 && Math.abs(known.longitude - place.longitude) < 0.01
  );
}

function FixNote({ place }: { readonly place: TruckPlace }) {
  const t = useWords(vehicleWords);
  return (
    <>
      <Age at={place.fixedAt} />
      {place.alarm === 'SOS' && <StatusTag tone="broken">{t.alarm.sos}</StatusTag>}
      {place.alarm === 'WARNING' && <StatusTag tone="near">{t.alarm.warning}</StatusTag>}
    </>
  );
}

/** What is read out on the telephone, in a line of its own: beside the buttons there is no room for it. */
function PlaceLine({ place, known }: { readonly place: TruckPlace; readonly known: PositionView | null }) {
  const t = useWords(vehicleWords);
  const ignitionOn = known?.ignitionOn ?? null;
  // The county belongs to the place that was fetched; a truck that drove far since by the live feed may be in another.
  const name = known !== null && isNear(known, place) ? known.placeName?.text : undefined;
  return (
    <p data-testid="place-line">
      {name !== undefined && <strong>{name}</strong>}
      <span>
        {place.latitude.toFixed(4)}, {place.longitude.toFixed(4)}
      </span>
      {place.speedKph !== null && <span>{t.speed(Math.round(place.speedKph))}</span>}
      {ignitionOn !== null && <span>{ignitionOn ? t.ignition.on : t.ignition.off}</span>}
    </p>
  );
}

interface PollProps {
  readonly vehicle: VehicleView;
  readonly track: ReturnType<typeof useTrack> | null;
}

function Poll({ vehicle, track }: PollProps) {
  const t = useWords(vehicleWords);
  const problemText = useProblemText();
  const navigate = useNavigate();
  const ask = usePositionQuery(vehicle.id);
  const outcomeText = useOutcomeText();
  const error = ask.error ?? track?.error ?? null;
  const points = pathOf(track?.data).length;
  return (
    <>
      {error !== null && (
        <span className="critical" role="alert">
          {t.failed} {problemText(error)}
        </span>
      )}
      {error === null && ask.isSuccess && <span>{outcomeText(ask.data)}</span>}
      {error === null && track?.isSuccess && (
        <span>{points === 0 ? t.noTrack : `${t.track} · ${t.trackShown(points)}`}</span>
      )}
      <span className={style['push']} />
      <KeyButton
        label={t.replay}
        combo="R"
        group="list"
        small
        onPress={() => void navigate(`/vehicles/${vehicle.id}/replay`)}
        testId="to-replay"
      />
      <KeyButton
        label={t.ask}
        combo="Alt+P"
        group="list"
        small
        disabled={!vehicle.terminals.some((terminal) => terminal.online)}
        busy={ask.isPending}
        onPress={() => ask.mutate()}
      />
    </>
  );
}
