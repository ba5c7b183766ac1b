import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../api/client';
import { keys } from '../../api/queries';
import type { Page, VehicleView } from '../../api/types';
import { Panel } from '../../design/parts/Panel';
import { Empty } from '../../design/parts/States';
import { StatusTag } from '../../design/parts/Tags';
import { useNarrow } from '../../design/useNarrow';
import { useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import { FindBox } from '../../lists/FindBox';
import { ListBody } from '../../lists/ListBody';
import { Pager } from '../../lists/Pager';
import { RowTable, type Column } from '../../lists/RowTable';
import { SplitPage } from '../../lists/SplitPage';
import { useFilter } from '../../lists/useFilter';
import { listWords } from '../../lists/words';
import { hasRole, useUser } from '../../session/session';
import { VehicleDetail } from './VehicleDetail';
import { vehicleWords } from './words';

const SIZE = 50;

/** The trucks: find one by what a driver can say, see where it is and was. */
export default function VehiclesPage() {
  const t = useWords(vehicleWords);
  const words = useWords(listWords);
  const { id } = useParams();
  const navigate = useNavigate();
  const filter = useFilter();
  const isNarrow = useNarrow();
  const columns = useColumns();
  const query = { q: filter.get('q'), page: filter.page, size: SIZE };
  const vehicles = useQuery({
    queryKey: keys.vehicles(query),
    queryFn: ({ signal }) => api.get<Page<VehicleView>>('/vehicles', query, signal),
    placeholderData: (before) => before,
  });
  const selectedId = id ?? vehicles.data?.items[0]?.id ?? null;
  return (
    <SplitPage
      testId="vehicles"
      list={
        <Panel
          title={t.title}
          actions={
            <>
              <Files words={filter.get('q') ?? ''} />
              <FindBox label={t.find} value={filter.get('q') ?? ''} find={(text) => filter.set('q', text)} />
            </>
          }
          footer={
            vehicles.data && (
              <Pager
                total={vehicles.data.total}
                page={filter.page}
                size={SIZE}
                turn={(page) => filter.set('page', String(page))}
              />
            )
          }
          flush
        >
          <ListBody query={vehicles}>
            {(page) => (
              <RowTable
                label={t.title}
                columns={columns}
                rows={page.items}
                keyOf={(row) => row.id}
                selectedKey={selectedId}
                select={(row) => void navigate(`/vehicles/${row.id}?${filter.query}`, { replace: true })}
                rowTestId="vehicle-row"
                isNarrow={isNarrow}
              />
            )}
          </ListBody>
        </Panel>
      }
      detail={
        selectedId === null ? (
          <Panel title={t.title}>
            <Empty why={words.pickOne} next={words.pickOneNext} />
          </Panel>
        ) : (
          <VehicleDetail key={selectedId} id={selectedId} />
        )
      }
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
