import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { keys } from '../../api/queries';
import { useProblemText } from '../../api/useProblemText';
import type { EventView, FittingView, Page, VehicleView } from '../../api/types';
import { Panel } from '../../design/parts/Panel';
import { Failed, Loading } from '../../design/parts/States';
import { StatusTag } from '../../design/parts/Tags';
import { DialNumber } from '../../phone/DialNumber';
import { domainWords } from '../../domain/words';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import { Facts } from '../../lists/Facts';
import { useFilter } from '../../lists/useFilter';
import { hasRole, useUser } from '../../session/session';
import { VehicleForm } from './VehicleForm';
import { VehiclePlace } from './VehiclePlace';
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
      <VehiclePlace vehicle={vehicle} />
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
