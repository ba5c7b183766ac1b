import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { api } from '../../api/client';
import { keys } from '../../api/queries';
import type { CallerCard, EventView, PositionView, VehicleView } from '../../api/types';
import { Age } from '../../design/parts/Age';
import { useWords } from '../../i18n/language';
import { useLivePosition } from '../../live/useLivePosition';
import { useDraftContext } from './form/DraftContext';
import style from './VehicleList.module.css';
import { deskWords } from './words';

const VehicleSearch = lazy(() => import('./VehicleSearch'));

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
      {!isReadOnly && (
        <Suspense fallback={<div className={style['search']} />}>
          <VehicleSearch choose={choose} />
        </Suspense>
      )}
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
