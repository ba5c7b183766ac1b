import { keys } from '../../api/queries';
import type { VehicleView } from '../../api/types';
import { StatusTag } from '../../design/parts/Tags';
import { useWords } from '../../i18n/language';
import { FindBox } from '../../lists/FindBox';
import { NothingPicked } from '../../lists/NothingPicked';
import { RecordsPage } from '../../lists/RecordsPage';
import type { Column } from '../../lists/RowTable';
import { useFilter } from '../../lists/useFilter';
import { usePageOf } from '../../lists/usePageOf';
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
        <FindBox label={t.find} value={filter.get('q') ?? ''} find={(text) => filter.set('q', text)} />
      }
      detail={(id) => (id === null ? <NothingPicked title={t.title} /> : <VehicleDetail key={id} id={id} />)}
      testId="vehicles"
      rowTestId="vehicle-row"
    />
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
