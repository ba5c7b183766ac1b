import { useMemo } from 'react';
import type { CallerCard, EventView, Ranking } from '../../api/types';
import { Age } from '../../design/parts/Age';
import { Panel } from '../../design/parts/Panel';
import { useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import { useLivePosition, type TruckPlace } from '../../live/useLivePosition';
import type { LngLat, Mark } from '../../map/marks';
import { MapView } from '../../map/MapView';
import { needOf, spotOf, useNearest } from './place';
import style from './WherePanel.module.css';
import type { Desk } from './useDesk';
import { deskWords } from './words';

interface WherePanelProps {
  readonly desk: Desk;
  readonly isLarge: boolean;
  readonly toggle: () => void;
}

/** The truck of this event, from the event or, while it rings, from what the caller probably drives. */
function useTruck(desk: Desk) {
  const event = desk.event.data;
  const likely = desk.card.data?.vehicles.find((each) => each.likely);
  const vehicle = event === undefined ? likely?.vehicle : event.vehicle;
  const known = event === undefined ? (likely?.position ?? null) : event.fix;
  const place = useLivePosition(vehicle?.id ?? null, known);
  return { vehicle: vehicle ?? null, place };
}

/** Where: the truck with the age of its fix, what was told, and who is near. */
export function WherePanel({ desk, isLarge, toggle }: WherePanelProps) {
  const t = useWords(deskWords);
  const { vehicle, place } = useTruck(desk);
  const event = desk.event.data;
  const card = desk.card.data;
  const ranking = useNearest(spotOf(event, card), needOf(event), card?.nearest ?? null).data;
  const label = vehicle?.plate ?? undefined;
  const toldWords = t.map.told;
  const marks = useMemo(
    () => marksOf(place, label, event, toldWords, ranking),
    [place, label, event, toldWords, ranking],
  );
  return (
    <Panel
      title={t.map.title}
      note={
        vehicle === null ? undefined : place === null ? (
          t.map.noFix
        ) : (
          <Age at={place.fixedAt} label={t.map.fix} />
        )
      }
      actions={
        <KeyButton
          label={isLarge ? t.map.shrink : t.map.enlarge}
          combo="Alt+M"
          group="desk"
          small
          onPress={toggle}
        />
      }
      flush
      className={style['panel']}
      testId="where"
    >
      <MapView marks={marks} crowd fit={fitOf(desk, event, card, ranking, place)} />
    </Panel>
  );
}

function marksOf(
  place: TruckPlace | null,
  label: string | undefined,
  event: EventView | undefined,
  told: string,
  ranking: Ranking | undefined,
): readonly Mark[] {
  const marks: Mark[] = [];
  const first = ranking?.candidates[0];
  if (place !== null && first !== undefined) {
    const path: LngLat[] = [
      [place.longitude, place.latitude],
      [first.station.longitude, first.station.latitude],
    ];
    marks.push({ kind: 'line', id: 'choice', look: 'choice', path });
  }
  const at = toldAt(event);
  if (at !== null) {
    marks.push({ kind: 'told', id: 'told', at, label: told });
    if (place !== null) {
      marks.push({ kind: 'line', id: 'gap', look: 'gap', path: [[place.longitude, place.latitude], at] });
    }
  }
  for (const { station } of ranking?.excluded ?? []) {
    marks.push({
      kind: 'station',
      id: station.id,
      at: [station.longitude, station.latitude],
      look: 'excluded',
      label: station.name,
      need: 0,
    });
  }
  for (const { station, rank } of ranking?.candidates ?? []) {
    marks.push({
      kind: 'station',
      id: station.id,
      at: [station.longitude, station.latitude],
      look: rank === 1 ? 'first' : 'able',
      rank,
      label: station.name,
    });
  }
  if (place !== null) {
    const isStale = Date.now() - Date.parse(place.fixedAt) > 30 * 60_000;
    marks.push({
      kind: 'truck',
      id: 'truck',
      at: [place.longitude, place.latitude],
      look: isStale ? 'stale' : 'own',
      courseDegrees: place.courseDegrees,
      label,
      need: 5,
    });
  }
  return marks;
}

/** The point the caller shared, or where the told post stands. */
function toldAt(event: EventView | undefined): LngLat | null {
  const shared = event?.toldPlace;
  if (shared?.longitude != null && shared.latitude != null) return [shared.longitude, shared.latitude];
  const post = event?.toldPost;
  return post == null ? null : [post.longitude, post.latitude];
}

function fitOf(
  desk: Desk,
  event: EventView | undefined,
  card: CallerCard | undefined,
  ranking: Ranking | undefined,
  place: TruckPlace | null,
) {
  if (place === null) return undefined;
  const stations = (ranking?.candidates ?? []).map(({ station }): LngLat => [
    station.longitude,
    station.latitude,
  ]);
  const told = toldAt(event);
  const said: LngLat[] = told === null ? [] : [told];
  const subject = event?.id ?? card?.callId ?? desk.call?.id ?? '';
  return {
    key: `${subject} ${ranking === undefined ? '' : 'ranked'} ${said.length}`,
    points: [[place.longitude, place.latitude] as LngLat, ...stations, ...said],
  };
}
