import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../api/client';
import { keys } from '../../api/queries';
import type { Page, StationStatus, StationView } from '../../api/types';
import { Panel } from '../../design/parts/Panel';
import { Empty } from '../../design/parts/States';
import { StatusTag, type Tone } from '../../design/parts/Tags';
import { useNarrow } from '../../design/useNarrow';
import { VerdictTag } from '../../domain/VerdictTag';
import { domainWords } from '../../domain/words';
import { useWords } from '../../i18n/language';
import { FindBox } from '../../lists/FindBox';
import { ListBody } from '../../lists/ListBody';
import { Pager } from '../../lists/Pager';
import { RowTable, type Column } from '../../lists/RowTable';
import { SplitPage } from '../../lists/SplitPage';
import { useFilter } from '../../lists/useFilter';
import { listWords } from '../../lists/words';
import { StationDetail } from './StationDetail';
import { stationWords } from './words';

const SIZE = 50;
const STATUSES: readonly StationStatus[] = ['ACTIVE', 'PREPARING', 'SUSPENDED', 'REVOKED'];
const STATUS_TONES: Record<StationStatus, Tone> = {
  PREPARING: 'neutral',
  ACTIVE: 'met',
  SUSPENDED: 'near',
  REVOKED: 'stale',
};

/** The register of stations with what the last check of their duty phone said. */
export default function StationsPage() {
  const t = useWords(stationWords);
  const lists = useWords(listWords);
  const { id } = useParams();
  const navigate = useNavigate();
  const filter = useFilter();
  const isNarrow = useNarrow();
  const columns = useColumns();
  const query = { q: filter.get('q'), status: filter.get('status'), page: filter.page, size: SIZE };
  const stations = useQuery({
    queryKey: keys.stations(query),
    queryFn: ({ signal }) => api.get<Page<StationView>>('/stations', query, signal),
    placeholderData: (before) => before,
  });
  const selectedId = id ?? stations.data?.items[0]?.id ?? null;
  return (
    <SplitPage
      testId="stations"
      list={
        <Panel
          title={t.title}
          actions={<Filters />}
          footer={
            stations.data && (
              <Pager
                total={stations.data.total}
                page={filter.page}
                size={SIZE}
                turn={(page) => filter.set('page', String(page))}
              />
            )
          }
          flush
        >
          <ListBody query={stations}>
            {(page) => (
              <RowTable
                label={t.title}
                columns={columns}
                rows={page.items}
                keyOf={(row) => row.id}
                selectedKey={selectedId}
                select={(row) => void navigate(`/stations/${row.id}?${filter.query}`, { replace: true })}
                rowTestId="station-list-row"
                isNarrow={isNarrow}
              />
            )}
          </ListBody>
        </Panel>
      }
      detail={
        selectedId === null ? (
          <Panel title={t.title}>
            <Empty why={lists.pickOne} next={lists.pickOneNext} />
          </Panel>
        ) : (
          <StationDetail key={selectedId} id={selectedId} />
        )
      }
    />
  );
}

function Filters() {
  const t = useWords(stationWords);
  const words = useWords(domainWords);
  const filter = useFilter();
  return (
    <>
      <Select
        size="small"
        value={filter.get('status') ?? ''}
        onChange={(status: string) => filter.set('status', status)}
        aria-label={t.status}
        options={[
          { value: '', label: t.allStatuses },
          ...STATUSES.map((status) => ({ value: status, label: words.stationStatus[status] })),
        ]}
        style={{ width: 120 }}
      />
      <FindBox label={t.find} value={filter.get('q') ?? ''} find={(text) => filter.set('q', text)} />
    </>
  );
}

function useColumns(): readonly Column<StationView>[] {
  const t = useWords(stationWords);
  const words = useWords(domainWords);
  return [
    { name: 'code', title: t.columns.code, width: '76px', isExtra: true, cell: (row) => row.code },
    {
      name: 'name',
      title: t.columns.name,
      width: 'minmax(120px, 1.4fr)',
      cell: (row) => <strong>{row.name}</strong>,
    },
    { name: 'office', title: t.columns.office, width: 'minmax(64px, 0.7fr)', cell: (row) => row.office },
    {
      name: 'status',
      title: t.columns.status,
      width: '96px',
      cell: (row) => <StatusTag tone={STATUS_TONES[row.status]}>{words.stationStatus[row.status]}</StatusTag>,
    },
    {
      name: 'stars',
      title: t.columns.stars,
      width: '54px',
      isExtra: true,
      cell: (row) => row.starGrade !== null && t.stars(row.starGrade),
    },
    {
      name: 'vans',
      title: t.columns.vans,
      width: '50px',
      align: 'end',
      isExtra: true,
      cell: (row) => row.rescueVans,
    },
    { name: 'jobs', title: t.columns.jobs, width: '44px', align: 'end', cell: (row) => row.openJobs },
    {
      name: 'check',
      title: t.columns.check,
      width: 'minmax(112px, 1fr)',
      cell: (row) => <LastCheck station={row} />,
    },
  ];
}

/** The last check of the telephone that is dialled first. */
function LastCheck({ station }: { readonly station: StationView }) {
  const t = useWords(stationWords);
  const check = station.dutyPhones.find((phone) => phone.primary)?.lastCheck ?? null;
  if (check === null) return <span className="dim">{t.notChecked}</span>;
  return <VerdictTag verdict={check.verdict} />;
}
