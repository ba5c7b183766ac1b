import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useRef, useState } from 'react';
import type { RefSelectProps } from 'antd/es/select';
import { api } from '../../api/client';
import { keys } from '../../api/queries';
import type { CallerCard, EventView, Page, PositionView, VehicleView } from '../../api/types';
import { Age } from '../../design/parts/Age';
import { useWords } from '../../i18n/language';
import { useKey } from '../../keys/useKey';
import { Key } from '../../design/parts/Key';
import { useLivePosition } from '../../live/useLivePosition';
import { useDraftContext } from './form/DraftContext';
import style from './VehicleList.module.css';
import { deskWords } from './words';

interface VehicleListProps {
  readonly vehicles: CallerCard['vehicles'];
  readonly event: EventView | undefined;
}

/** The caller's trucks; the one this event is about has the bar at its edge. Any other can be searched for. */
export function VehicleList({ vehicles, event }: VehicleListProps) {
  const t = useWords(deskWords);
  const draft = useDraftContext();
  const chosen = (draft?.draft.value('vehicleId') as string | null | undefined) ?? event?.vehicle?.id ?? null;
  const isReadOnly = event === undefined || event.state === 'CLOSED';
  const choose = (id: string) => draft?.draft.change('vehicleId', id);
  return (
    <div className={style['list']} role="radiogroup" aria-label={t.caller.vehicles(vehicles.length)}>
      <h3>{vehicles.length > 0 ? t.caller.vehicles(vehicles.length) : t.caller.noVehicles}</h3>
      {vehicles.map(({ vehicle, position, likely }) => (
        <VehicleCard
          key={vehicle.id}
          vehicle={vehicle}
          position={position}
          isChosen={chosen === null ? likely && event === undefined : chosen === vehicle.id}
          choose={isReadOnly ? undefined : () => choose(vehicle.id)}
        />
      ))}
      {chosen !== null &&
        event?.vehicle?.id === chosen &&
        !vehicles.some(({ vehicle }) => vehicle.id === chosen) && <StrangeVehicle id={chosen} />}
      {!isReadOnly && <VehicleSearch choose={choose} />}
    </div>
  );
}

/** A truck of the event that does not belong to the caller's number. */
function StrangeVehicle({ id }: { readonly id: string }) {
  const vehicle = useQuery({
    queryKey: keys.vehicle(id),
    queryFn: ({ signal }) => api.get<VehicleView>(`/vehicles/${id}`, {}, signal),
  }).data;
  if (vehicle === undefined) return null;
  return <VehicleCard vehicle={vehicle} position={null} isChosen choose={undefined} />;
}

interface VehicleCardProps {
  readonly vehicle: VehicleView;
  readonly position: PositionView | null;
  readonly isChosen: boolean;
  readonly choose: (() => void) | undefined;
}

function VehicleCard({ vehicle, position, isChosen, choose }: VehicleCardProps) {
  const t = useWords(deskWords);
  const place = useLivePosition(vehicle.id, position);
  const model = [vehicle.model, vehicle.driveForm, vehicle.engineModel].filter(Boolean).join(' · ');
  return (
    <button
      type="button"
      role="radio"
      aria-checked={isChosen}
      className={`${style['card']} ${isChosen ? style['chosen'] : ''}`}
      onClick={choose}
      disabled={choose === undefined && !isChosen}
      data-testid="vehicle"
    >
      <span className={style['top']}>
        <strong data-testid="vehicle-plate">{vehicle.plate ?? t.caller.noPlate}</strong>
        {isChosen && <span className={style['this']}>{t.caller.thisCall}</span>}
        <Age at={place?.fixedAt ?? null} />
      </span>
      <span className="note truncate">{model}</span>
      {isChosen && <Vin vin={vehicle.vin} />}
    </button>
  );
}

/** The last eight figures are what drivers say. */
function Vin({ vin }: { readonly vin: string }) {
  return (
    <span className="mono">
      {vin.slice(0, -8)}
      <b className={style['tail']}>{vin.slice(-8)}</b>
    </span>
  );
}

const SHORTEST = 3;

function VehicleSearch({ choose }: { readonly choose: (id: string) => void }) {
  const t = useWords(deskWords);
  const [text, setText] = useState('');
  const select = useRef<RefSelectProps>(null);
  useKey('Alt+V', t.caller.otherVehicle, () => select.current?.focus(), { group: 'desk' });
  const wanted = text.trim();
  const found = useQuery({
    queryKey: keys.vehicles({ q: wanted, size: 8 }),
    queryFn: ({ signal }) => api.get<Page<VehicleView>>('/vehicles', { q: wanted, size: 8 }, signal),
    enabled: wanted.length >= SHORTEST,
    placeholderData: (before) => before,
  });
  const hits = wanted.length < SHORTEST ? [] : (found.data?.items ?? []);
  return (
    <div className={style['search']}>
      <Select<string>
        ref={select}
        value={null}
        showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
        placeholder={t.caller.findVehicle}
        aria-label={t.caller.otherVehicle}
        notFoundContent={wanted.length >= SHORTEST && !found.isFetching ? t.caller.noneFound : null}
        onSelect={(id) => {
          choose(id);
          setText('');
        }}
        options={hits.map((hit) => ({
          value: hit.id,
          label: [hit.plate, hit.vin.slice(-8), hit.model].filter(Boolean).join(' · '),
        }))}
        suffix={<Key combo="Alt+V" />}
        data-testid="vehicle-search"
      />
    </div>
  );
}
