import { Segmented } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { LivePosition } from '../../api/types';
import { Age } from '../../design/parts/Age';
import { Panel } from '../../design/parts/Panel';
import { Empty } from '../../design/parts/States';
import { StatusTag } from '../../design/parts/Tags';
import { useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import { useKey } from '../../keys/useKey';
import { FindBox } from '../../lists/FindBox';
import { RowTable, type Column } from '../../lists/RowTable';
import { useFilter } from '../../lists/useFilter';
import { livePositions } from '../../live/store';
import { useLivePosition } from '../../live/useLivePosition';
import { alarmOf } from '../../map/crowd';
import type { Mark } from '../../map/marks';
import { MapView } from '../../map/MapView';
import { GROUPS, SHOWN, useFleet, type Fleet, type Group } from './fleet';
import style from './MapPage.module.css';
import { fleetWords } from './words';

const CHINA = [
  [73.5, 17.5],
  [135.5, 54],
] as const;

/** Every truck that reports, where it is now: gathered from afar, one by one from near; one of them can be followed. */
export default function MapPage() {
  const filter = useFilter();
  const selectedId = filter.get('vehicle');
  const isFollowing = selectedId !== null && filter.get('follow') !== null;
  const { set } = filter;
  const select = useCallback((id: string | null) => set('vehicle', id), [set]);
  const follow = useCallback((on: boolean) => set('follow', on ? '1' : null), [set]);
  return (
    <div className={style['page']} data-testid="fleet-map">
      <Trucks selectedId={selectedId} select={select} follow={() => follow(true)} />
      <Picture selectedId={selectedId} isFollowing={isFollowing} select={select} follow={follow} />
    </div>
  );
}

interface TrucksProps {
  readonly selectedId: string | null;
  readonly select: (id: string) => void;
  readonly follow: () => void;
}

function Trucks({ selectedId, select, follow }: TrucksProps) {
  const t = useWords(fleetWords);
  const filter = useFilter();
  const group = (GROUPS.find((each) => each === filter.get('group')) ?? 'all') satisfies Group;
  const plate = filter.get('q') ?? '';
  const fleet = useFleet(group, plate);
  const columns = useColumns();
  return (
    <Panel
      title={t.trucks}
      note={<span>{t.count(fleet.matching, fleet.counts.all)}</span>}
      flush
      testId="fleet"
      footer={fleet.matching > SHOWN ? t.more(fleet.matching - SHOWN) : undefined}
    >
      <div className={style['filter']}>
        <FindBox label={t.find} value={plate} find={(text) => filter.set('q', text)} />
        <Groups
          group={group}
          fleet={fleet}
          choose={(next) => filter.set('group', next === 'all' ? null : next)}
        />
      </div>
      {fleet.rows.length === 0 ? (
        <Empty
          why={fleet.counts.all === 0 ? t.nothing : t.empty}
          next={fleet.counts.all === 0 ? t.nothingNext : t.emptyNext}
        />
      ) : (
        <RowTable
          label={t.trucks}
          columns={columns}
          rows={fleet.rows}
          keyOf={(row) => row[0]}
          selectedKey={selectedId}
          select={(row) => select(row[0])}
          open={follow}
          rowTestId="fleet-row"
          isNarrow={false}
        />
      )}
    </Panel>
  );
}

interface GroupsProps {
  readonly group: Group;
  readonly fleet: Fleet;
  readonly choose: (group: Group) => void;
}

function Groups({ group, fleet, choose }: GroupsProps) {
  const t = useWords(fleetWords);
  return (
    <>
      <Segmented<Group>
        size="small"
        value={group}
        onChange={choose}
        options={GROUPS.map((each) => ({ value: each, label: `${t.group[each]} ${fleet.counts[each]}` }))}
      />
      {GROUPS.map((each, index) => (
        <GroupKey key={each} combo={String(index + 1)} label={t.group[each]} choose={() => choose(each)} />
      ))}
    </>
  );
}

/** A group's digit; the groups stand side by side without room for caps. */
function GroupKey(props: { readonly combo: string; readonly label: string; readonly choose: () => void }) {
  useKey(props.combo, props.label, props.choose, { group: 'list' });
  return null;
}

function useColumns(): readonly Column<LivePosition>[] {
  const t = useWords(fleetWords);
  return useMemo(
    () => [
      {
        name: 'plate',
        title: t.columns.plate,
        width: 'minmax(90px, 1fr)',
        cell: (row) => (
          <>
            <strong>{row[1] ?? t.noPlate}</strong> <AlarmTag position={row} />
          </>
        ),
      },
      {
        name: 'speed',
        title: t.columns.speed,
        width: '66px',
        align: 'end',
        cell: (row) => (row[5] === null ? '' : t.speed(Math.round(row[5]))),
      },
      {
        name: 'age',
        title: t.columns.age,
        width: '112px',
        cell: (row) => <Age at={new Date(row[6]).toISOString()} />,
      },
    ],
    [t],
  );
}

function AlarmTag({ position }: { readonly position: LivePosition }) {
  const t = useWords(fleetWords);
  const alarm = alarmOf(position);
  if (alarm === 'none') return null;
  return <StatusTag tone={alarm === 'sos' ? 'broken' : 'near'}>{t.alarm[alarm]}</StatusTag>;
}

interface PictureProps {
  readonly selectedId: string | null;
  readonly isFollowing: boolean;
  readonly select: (id: string | null) => void;
  readonly follow: (on: boolean) => void;
}

function Picture({ selectedId, isFollowing, select, follow }: PictureProps) {
  const t = useWords(fleetWords);
  const navigate = useNavigate();
  const place = useLivePosition(selectedId, null);
  const plate = (selectedId === null ? null : livePositions().get(selectedId)?.[1]) ?? t.noPlate;
  const [whole, setWhole] = useState(0);
  const marks: readonly Mark[] = useMemo(
    () =>
      selectedId === null || place === null
        ? []
        : [
            {
              kind: 'truck',
              id: selectedId,
              at: [place.longitude, place.latitude],
              look: 'own',
              courseDegrees: place.courseDegrees,
              label: plate,
            },
          ],
    [selectedId, place, plate],
  );
  const hasTruck = place !== null && selectedId !== null;
  return (
    <Panel
      title={hasTruck ? (isFollowing ? t.following(plate) : plate) : t.title}
      note={place === null ? <span>{t.hint}</span> : <PlaceNote place={place} vehicleId={selectedId} />}
      actions={
        <>
          <KeyButton
            label={isFollowing ? t.leave : t.follow}
            combo="F"
            group="list"
            small
            disabled={!hasTruck}
            onPress={() => follow(!isFollowing)}
            testId="follow"
          />
          <KeyButton
            label={t.track}
            combo="T"
            group="list"
            small
            disabled={selectedId === null}
            onPress={() => void navigate(`/vehicles/${selectedId ?? ''}/replay`)}
          />
          <KeyButton
            label={t.open}
            combo="O"
            group="list"
            small
            disabled={selectedId === null}
            onPress={() => void navigate(`/vehicles/${selectedId ?? ''}`)}
          />
          <KeyButton
            label={t.whole}
            combo="0"
            group="list"
            small
            onPress={() => {
              follow(false);
              setWhole((before) => before + 1);
            }}
          />
        </>
      }
      footer={t.legend}
      flush
      testId="fleet-picture"
    >
      <MapView
        marks={marks}
        crowd
        follow={isFollowing ? selectedId : null}
        onLeave={() => follow(false)}
        onPickTruck={select}
        fit={whole === 0 ? undefined : { key: `whole ${whole}`, points: CHINA }}
      />
    </Panel>
  );
}

interface PlaceNoteProps {
  readonly place: NonNullable<ReturnType<typeof useLivePosition>>;
  readonly vehicleId: string | null;
}

function PlaceNote({ place, vehicleId }: PlaceNoteProps) {
  const t = useWords(fleetWords);
  const position = vehicleId === null ? undefined : livePositions().get(vehicleId);
  return (
    <>
      <Age at={place.fixedAt} />
      {place.speedKph !== null && <span>{t.speed(Math.round(place.speedKph))}</span>}
      {place.courseDegrees !== null && <span>{t.course(place.courseDegrees)}</span>}
      {position !== undefined && <AlarmTag position={position} />}
    </>
  );
}
