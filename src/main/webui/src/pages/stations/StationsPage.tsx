import { Select } from 'antd';
import { keys } from '../../api/queries';
import type { StationStatus, StationView } from '../../api/types';
import { StatusTag, type Tone } from '../../design/parts/Tags';
import { VerdictTag } from '../../domain/VerdictTag';
import { domainWords } from '../../domain/words';
import { useWords } from '../../i18n/language';
import { FindBox } from '../../lists/FindBox';
import { NothingPicked } from '../../lists/NothingPicked';
import { RecordsPage } from '../../lists/RecordsPage';
import type { Column } from '../../lists/RowTable';
import { useFilter } from '../../lists/useFilter';
import { usePageOf } from '../../lists/usePageOf';
import { StationDetail } from './StationDetail';
import { stationWords } from './words';

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
  const filter = useFilter();
  const stations = usePageOf<StationView>('/stations', keys.stations, {
    q: filter.get('q'),
    status: filter.get('status'),
  });
  return (
    <RecordsPage
      title={t.title}
      path="/stations"
      records={stations}
      columns={useColumns()}
      actions={<Filters />}
      detail={(id) => (id === null ? <NothingPicked title={t.title} /> : <StationDetail key={id} id={id} />)}
      testId="stations"
      rowTestId="station-list-row"
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
