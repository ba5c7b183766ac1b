import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { keys } from '../../api/queries';
import { useProblemText } from '../../api/useProblemText';
import type { DutyPhone, Page, SpotCheckView, StationView } from '../../api/types';
import { Panel } from '../../design/parts/Panel';
import { Failed, Loading } from '../../design/parts/States';
import { DialNumber } from '../../phone/DialNumber';
import { VerdictTag } from '../../domain/VerdictTag';
import { domainWords } from '../../domain/words';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { Facts } from '../../lists/Facts';
import type { Mark } from '../../map/marks';
import { MapView } from '../../map/MapView';
import { hasRole, useUser } from '../../session/session';
import { CheckButton } from '../../spotchecks/CheckButton';
import { CheckOutcome } from '../../spotchecks/CheckOutcome';
import { RingMark } from '../../spotchecks/RingMark';
import { spotCheckWords } from '../../spotchecks/words';
import style from './StationDetail.module.css';
import { stationWords } from './words';

/** The telephone that is dialled first, and the one after it. */
const CHECK_KEYS = ['R', 'Shift+R'] as const;

/** One station: what it can do, how it is reached, how its duty phone was answered. */
export function StationDetail({ id }: { readonly id: string }) {
  const t = useWords(stationWords);
  const problemText = useProblemText();
  const station = useQuery({
    queryKey: keys.station(id),
    queryFn: ({ signal }) => api.get<StationView>(`/stations/${id}`, {}, signal),
  });
  if (station.data !== undefined) return <Detail station={station.data} />;
  return (
    <Panel title={t.title}>
      {station.isError ? (
        <Failed what={problemText(station.error)} retry={() => void station.refetch()} />
      ) : (
        <Loading rows={6} />
      )}
    </Panel>
  );
}

function Detail({ station }: { readonly station: StationView }) {
  const t = useWords(stationWords);
  const mayCheck = hasRole(useUser(), 'SUPERVISOR');
  return (
    <>
      <Panel title={station.name} className={style['facts']} scroll testId="station-detail">
        <StationFacts station={station} />
        <h3 className={style['heading']}>{t.phones}</h3>
        {station.dutyPhones.length === 0 && <p className="near">△ {t.noPhones}</p>}
        <ul>
          {station.dutyPhones.map((phone) => (
            <Phone
              key={phone.id}
              stationId={station.id}
              phone={phone}
              combo={CHECK_KEYS[station.dutyPhones.indexOf(phone)]}
            />
          ))}
        </ul>
        {mayCheck && <Checks station={station} />}
      </Panel>
      <Panel title={t.where} flush className={style['map']}>
        <StationMap station={station} />
      </Panel>
    </>
  );
}

function StationFacts({ station }: { readonly station: StationView }) {
  const t = useWords(stationWords);
  const words = useWords(domainWords);
  const format = useFormat();
  const { opensAt, closesAt } = station;
  const hours =
    opensAt === undefined || closesAt === undefined
      ? t.dayOnlyUnknown
      : t.dayOnly(opensAt.slice(0, 5), closesAt.slice(0, 5));
  return (
    <Facts
      rows={[
        [t.facts.code, station.code],
        [t.facts.office, station.office],
        [t.facts.address, [station.placeName?.text, station.address].filter(Boolean).join(' · ')],
        [
          t.facts.head,
          <span key="head">
            {station.headName} {station.headPhone !== null && <DialNumber number={station.headPhone} />}
          </span>,
        ],
        [t.facts.hours, station.nightOpening ? t.night : hours],
        [t.facts.ability, format.list(station.capabilities.map((each) => words.capability[each]))],
        [t.facts.models, station.mainModels],
        [t.facts.parts, station.partsHint],
        [t.facts.strength, t.strength(station.rescueVans, station.technicians)],
        [t.facts.radius, station.serviceRadiusKm === null ? t.noRadius : `${station.serviceRadiusKm} km`],
        [
          t.facts.gaps,
          station.gaps !== undefined && station.gaps.length > 0 && (
            <span className="near">△ {format.list(station.gaps.map((gap) => words.dataGap[gap]))}</span>
          ),
        ],
      ]}
    />
  );
}

interface PhoneProps {
  readonly stationId: string;
  readonly phone: DutyPhone;
  readonly combo: string | undefined;
}

function Phone({ stationId, phone, combo }: PhoneProps) {
  const t = useWords(stationWords);
  const words = useWords(spotCheckWords);
  const format = useFormat();
  const mayCheck = hasRole(useUser(), 'SUPERVISOR');
  return (
    <li className={style['row']} data-testid="duty-phone">
      <strong>
        <DialNumber number={phone.number} />
      </strong>
      <span className="note">{[phone.label, phone.primary && t.primary].filter(Boolean).join(' · ')}</span>
      {phone.lastCheck === null ? (
        <span className="dim">{t.notChecked}</span>
      ) : (
        <span>
          <VerdictTag verdict={phone.lastCheck.verdict} />{' '}
          <span className="note">{format.moment(phone.lastCheck.at)}</span>
        </span>
      )}
      {mayCheck && (
        <CheckButton wanted={{ stationId, dutyPhoneId: phone.id }} label={words.check} combo={combo} small />
      )}
    </li>
  );
}

function Checks({ station }: { readonly station: StationView }) {
  const t = useWords(stationWords);
  const filter = { stationId: station.id, size: 10, sort: '-requestedAt' };
  const checks = useQuery({
    queryKey: keys.spotChecks(filter),
    queryFn: ({ signal }) => api.get<Page<SpotCheckView>>('/spot-checks', filter, signal),
  }).data;
  if (checks === undefined) return null;
  return (
    <section data-testid="station-checks">
      <h3 className={style['heading']}>
        {t.checks} <Link to={`/spot-checks?q=${encodeURIComponent(station.code)}`}>{t.allChecks}</Link>
      </h3>
      {checks.items.length === 0 && <p className="note">{t.noChecks}</p>}
      <ol>
        {checks.items.map((check) => (
          <Check key={check.id} check={check} />
        ))}
      </ol>
    </section>
  );
}

function Check({ check }: { readonly check: SpotCheckView }) {
  const format = useFormat();
  return (
    <li className={style['check']} data-testid="station-check">
      <Link to={`/spot-checks/${check.id}`}>{format.moment(check.dialledAt ?? check.requestedAt)}</Link>
      <span>
        <CheckOutcome check={check} />
      </span>
      {check.state === 'DONE' ? <RingMark check={check} /> : <span />}
      <span className="note truncate">{check.requestedByName}</span>
    </li>
  );
}

function StationMap({ station }: { readonly station: StationView }) {
  const { id, name, longitude, latitude } = station;
  const marks = useMemo<readonly Mark[]>(
    () => [{ kind: 'station', id, at: [longitude, latitude], look: 'first', label: name }],
    [id, name, longitude, latitude],
  );
  return <MapView marks={marks} crowd fit={{ key: id, points: [[longitude, latitude]] }} />;
}
