import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../../api/client';
import { keys } from '../../api/queries';
import { useProblemText } from '../../api/useProblemText';
import type { EventView, FittingView, Page, PositionView, TrackView, VehicleView } from '../../api/types';
import { Age } from '../../design/parts/Age';
import { Panel } from '../../design/parts/Panel';
import { Empty, Failed, Loading } from '../../design/parts/States';
import { StatusTag } from '../../design/parts/Tags';
import { DialNumber } from '../../phone/DialNumber';
import { useOutcomeText, usePositionQuery } from '../../domain/positionQuery';
import { domainWords } from '../../domain/words';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import { Facts } from '../../lists/Facts';
import { useFilter } from '../../lists/useFilter';
import { useLivePosition, type TruckPlace } from '../../live/useLivePosition';
import type { LngLat, Mark } from '../../map/marks';
import { MapView } from '../../map/MapView';
import { hasRole, useUser } from '../../session/session';
import { serverNow } from '../../time/now';
import { trackLines, trackOf } from '../replay/track';
import { useTrack } from './track';
import { VehicleForm } from './VehicleForm';
import style from './VehicleDetail.module.css';
import { vehicleWords } from './words';

/** One truck: what it is, where it is, where it was, what became of it here. */
export function VehicleDetail({ id }: { readonly id: string }) {
  const t = useWords(vehicleWords);
  const problemText = useProblemText();
  const vehicle = useQuery({
    queryKey: keys.vehicle(id),
    queryFn: ({ signal }) => api.get<VehicleView>(`/vehicles/${id}`, {}, signal),
  });
  if (vehicle.data !== undefined) return <Detail vehicle={vehicle.data} />;
  return (
    <Panel title={t.title}>
      {vehicle.isError ? (
        <Failed what={problemText(vehicle.error)} retry={() => void vehicle.refetch()} />
      ) : (
        <Loading rows={6} />
      )}
    </Panel>
  );
}

function Detail({ vehicle }: { readonly vehicle: VehicleView }) {
  const t = useWords(vehicleWords);
  const filter = useFilter();
  const fit = filter.get('fit');
  const mayEdit = hasRole(useUser(), 'OPERATOR', 'DISPATCHER', 'ADMIN');
  const [isEditing, setEditing] = useState(mayEdit && fit !== null);
  const close = () => {
    setEditing(false);
    if (fit !== null) filter.set('fit', null);
  };
  return (
    <>
      <Panel
        title={vehicle.plate ?? t.noPlate}
        className={style['facts']}
        scroll
        testId="vehicle-detail"
        actions={
          mayEdit &&
          !isEditing && (
            <KeyButton
              label={t.edit}
              combo="E"
              group="list"
              small
              onPress={() => setEditing(true)}
              testId="edit-vehicle"
            />
          )
        }
      >
        {isEditing ? (
          <VehicleForm vehicle={vehicle} fit={fit} close={close} />
        ) : (
          <>
            <VehicleFacts vehicle={vehicle} />
            <Fittings vehicleId={vehicle.id} />
            <Events vehicleId={vehicle.id} />
          </>
        )}
      </Panel>
      <Where vehicle={vehicle} />
    </>
  );
}

function VehicleFacts({ vehicle }: { readonly vehicle: VehicleView }) {
  const t = useWords(vehicleWords);
  const words = useWords(domainWords);
  const { owner } = vehicle;
  const makes: Readonly<Record<string, string>> = words.make;
  const makeText = (make: string | null) => (make === null ? null : (makes[make] ?? make));
  return (
    <Facts
      rows={[
        [t.facts.vin, <Vin key="vin" vehicle={vehicle} />],
        [t.facts.model, [vehicle.model, vehicle.driveForm].filter(Boolean).join(' · ')],
        [t.facts.engine, [makeText(vehicle.engineMake), vehicle.engineModel].filter(Boolean).join(' ')],
        [t.facts.gearbox, makeText(vehicle.gearboxMake)],
        [t.facts.sale, saleText(t, vehicle)],
        [t.facts.owner, [owner?.name, owner?.company].filter(Boolean).join(' · ')],
        [
          t.facts.contacts,
          vehicle.contacts.length > 0 && (
            <ul>
              {vehicle.contacts.map((contact) => (
                <li key={contact.number}>
                  {[contact.name, words.callerRole[contact.role]].filter(Boolean).join(' · ')}{' '}
                  <DialNumber number={contact.number} />
                </li>
              ))}
            </ul>
          ),
        ],
        [
          t.facts.terminals,
          vehicle.terminals
            .map((terminal) => `${terminal.terminalPhone} ${terminal.online ? t.online : t.offline}`)
            .join(' · ') || t.noTerminal,
        ],
      ]}
    />
  );
}

function saleText(t: (typeof vehicleWords)['zh'], { sale }: VehicleView): string {
  const parts = [
    sale?.batch != null && t.sale.batch(sale.batch),
    sale?.soldOn != null && t.sale.sold(sale.soldOn),
    sale?.warrantyUntil != null && t.sale.until(sale.warrantyUntil),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** Which terminals it carried when, and who put them there. */
function Fittings({ vehicleId }: { readonly vehicleId: string }) {
  const t = useWords(vehicleWords);
  const format = useFormat();
  const fittings = useQuery({
    queryKey: ['vehicles', 'fittings', vehicleId],
    queryFn: ({ signal }) => api.get<readonly FittingView[]>(`/vehicles/${vehicleId}/fittings`, {}, signal),
  }).data;
  if (fittings === undefined || fittings.length === 0) return null;
  const who = (name: string | null) => (name === null ? '' : t.by(name));
  return (
    <section className={style['events']} data-testid="fittings">
      <h3>{t.fittings}</h3>
      <ul>
        {fittings.map((each) => (
          <li key={`${each.terminalPhone} ${each.fittedAt ?? ''}`}>
            <span className="mono">{each.terminalPhone}</span>
            <span className="note">
              {each.fittedAt === null ? t.fromStart : format.moment(each.fittedAt)}
              {who(each.fittedBy)} –{' '}
              {each.removedAt === null ? t.present : format.moment(each.removedAt) + who(each.removedBy)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Vin({ vehicle }: { readonly vehicle: VehicleView }) {
  const t = useWords(vehicleWords);
  return (
    <>
      <span className="mono">{vehicle.vin}</span>{' '}
      {vehicle.vinCheckDigitWrong === true && <StatusTag tone="near">{t.wrongVin}</StatusTag>}
    </>
  );
}

function Events({ vehicleId }: { readonly vehicleId: string }) {
  const t = useWords(vehicleWords);
  const words = useWords(domainWords);
  const format = useFormat();
  const filter = { vehicleId, size: 5, sort: '-createdAt' };
  const events = useQuery({
    queryKey: keys.events(filter),
    queryFn: ({ signal }) => api.get<Page<EventView>>('/events', filter, signal),
  }).data;
  if (events === undefined) return null;
  return (
    <section className={style['events']}>
      <h3>{t.events}</h3>
      {events.items.length === 0 && <p className="note">{t.noEvents}</p>}
      <ul>
        {events.items.map((event) => (
          <li key={event.id}>
            <Link to={`/events/${event.id}?view=all`}>{event.number}</Link>
            <span className="truncate">
              {event.kind === null ? words.noKind : words.eventKind[event.kind]} ·{' '}
              {words.eventState[event.state]}
            </span>
            <span className="note">{format.moment(event.openedAt ?? event.createdAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

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

function Where({ vehicle }: { readonly vehicle: VehicleView }) {
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
