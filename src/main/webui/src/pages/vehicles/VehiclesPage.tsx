import { useNavigate } from 'react-router';
import { keys } from '../../api/queries';
import type { VehicleView } from '../../api/types';
import { StatusTag } from '../../design/parts/Tags';
import { useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import { FindBox } from '../../lists/FindBox';
import { NothingPicked } from '../../lists/NothingPicked';
import { RecordsPage } from '../../lists/RecordsPage';
import type { Column } from '../../lists/RowTable';
import { useFilter } from '../../lists/useFilter';
import { usePageOf } from '../../lists/usePageOf';
import { hasRole, useUser } from '../../session/session';
import { VehicleDetail } from './VehicleDetail';
import { vehicleWords } from './words';

/** The trucks: find one by what a driver can say, see where it is and was. */
export default function VehiclesPage() {
  const t = useWords(vehicleWords);
  const filter = useFilter();
  const vehicles = usePageOf<VehicleView>('/vehicles', keys.vehicles, { q: filter.get('q') });
  return (
    <RecordsPage
      title={t.title}
      path="/vehicles"
      records={vehicles}
      columns={useColumns()}
      actions={
        <>
          <Files words={filter.get('q') ?? ''} />
          <FindBox label={t.find} value={filter.get('q') ?? ''} find={(text) => filter.set('q', text)} />
        </>
      }
      detail={(id) => (id === null ? <NothingPicked title={t.title} /> : <VehicleDetail key={id} id={id} />)}
      testId="vehicles"
      rowTestId="vehicle-row"
    />
  );
}

/** The register in and out as a file, for those who keep it. */
function Files({ words }: { readonly words: string }) {
  const t = useWords(vehicleWords);
  const user = useUser();
  const navigate = useNavigate();
  const file = `/api/v1/vehicles/export?format=xlsx&q=${encodeURIComponent(words)}`;
  return (
    <>
      {hasRole(user, 'ADMIN') && (
        <KeyButton
          label={t.importFile}
          combo="I"
          group="list"
          small
          onPress={() => void navigate('/vehicle-import')}
          testId="to-import"
        />
      )}
      {hasRole(user, 'SUPERVISOR', 'ADMIN') && (
        <KeyButton
          label={t.exportFile}
          combo="X"
          group="list"
          small
          onPress={() => window.location.assign(file)}
          testId="export"
        />
      )}
    </>
  );
}

function useColumns(): readonly Column<VehicleView>[] {
  const t = useWords(vehicleWords);
  return [
    {
      name: 'plate',
      title: t.columns.plate,
      width: '104px',
      cell: (row) => <strong>{row.plate ?? t.noPlate}</strong>,
    },
    {
      name: 'vin',
      title: t.columns.vin,
      width: '160px',
      cell: (row) => <span className="mono">{row.vin}</span>,
    },
    { name: 'model', title: t.columns.model, width: 'minmax(90px, 1fr)', cell: (row) => row.model },
    {
      name: 'owner',
      title: t.columns.owner,
      width: 'minmax(90px, 1fr)',
      isExtra: true,
      cell: (row) => row.owner?.company ?? row.owner?.name,
    },
    {
      name: 'terminal',
      title: t.columns.terminal,
      width: '88px',
      cell: (row) => <TerminalState vehicle={row} />,
    },
  ];
}

function TerminalState({ vehicle }: { readonly vehicle: VehicleView }) {
  const t = useWords(vehicleWords);
  if (vehicle.terminals.length === 0) return <span className="dim">{t.noTerminal}</span>;
  const isOnline = vehicle.terminals.some((terminal) => terminal.online);
  return <StatusTag tone={isOnline ? 'met' : 'stale'}>{isOnline ? t.online : t.offline}</StatusTag>;
}
