import { useNavigate } from 'react-router';
import { keys } from '../../api/queries';
import type { SpotCheckState, SpotCheckVerdict, SpotCheckView } from '../../api/types';
import { Empty } from '../../design/parts/States';
import { phoneText } from '../../domain/phone';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { FindBox } from '../../lists/FindBox';
import { RecordsPage } from '../../lists/RecordsPage';
import type { Column } from '../../lists/RowTable';
import { Switch } from '../../lists/Switch';
import { useFilter } from '../../lists/useFilter';
import { usePageOf } from '../../lists/usePageOf';
import { CheckOutcome } from '../../spotchecks/CheckOutcome';
import { RingMark } from '../../spotchecks/RingMark';
import { CheckDetail } from './CheckDetail';
import { RequestPanel } from './RequestPanel';
import { checksWords } from './words';

interface Wanted {
  readonly verdict?: readonly SpotCheckVerdict[];
  readonly state?: readonly SpotCheckState[];
}

const VIEWS = {
  all: {},
  running: { state: ['CLAIMED', 'DIALLING'] },
  missed: { verdict: ['ANSWERED_LATE', 'NO_ANSWER', 'BUSY', 'UNREACHABLE'] },
  passed: { verdict: ['ANSWERED_IN_TIME'] },
  ourLine: { verdict: ['OUR_LINE_FAILED'] },
} as const satisfies Record<string, Wanted>;
type View = keyof typeof VIEWS;

/** Calls to the stations' duty phones, newest first, and the way to ask for one more. */
export default function SpotChecksPage() {
  const t = useWords(checksWords);
  const navigate = useNavigate();
  const filter = useFilter();
  const view = viewOf(filter.get('view'));
  const checks = usePageOf<SpotCheckView>('/spot-checks', keys.spotChecks, {
    ...VIEWS[view],
    q: filter.get('q'),
    sort: '-requestedAt',
  });
  return (
    <RecordsPage
      title={t.title}
      path="/spot-checks"
      records={checks}
      columns={useColumns()}
      note={<FindBox label={t.find} value={filter.get('q') ?? ''} find={(text) => filter.set('q', text)} />}
      actions={
        <Switch
          label={t.view}
          options={(Object.keys(VIEWS) as View[]).map((each) => ({ value: each, text: t.views[each] }))}
          value={view}
          choose={(next) => filter.set('view', next === 'all' ? null : next)}
        />
      }
      empty={filter.query === '' ? <Empty why={t.none} next={t.noneNext} /> : undefined}
      detail={(id) => (
        <>
          <CheckDetail id={id} />
          <RequestPanel accepted={(check) => void navigate(`/spot-checks/${check.id}`)} />
        </>
      )}
      testId="spot-checks"
      rowTestId="spot-check-row"
    />
  );
}

function viewOf(name: string | null): View {
  return name !== null && name in VIEWS ? (name as View) : 'all';
}

function useColumns(): readonly Column<SpotCheckView>[] {
  const t = useWords(checksWords);
  const format = useFormat();
  return [
    {
      name: 'at',
      title: t.columns.at,
      width: '92px',
      cell: (row) => format.moment(row.dialledAt ?? row.requestedAt),
    },
    {
      name: 'station',
      title: t.columns.station,
      width: 'minmax(110px, 1.2fr)',
      cell: (row) => <strong>{row.station.name}</strong>,
    },
    {
      name: 'office',
      title: t.columns.office,
      width: 'minmax(64px, 0.5fr)',
      isExtra: true,
      cell: (row) => row.station.office,
    },
    {
      name: 'number',
      title: t.columns.number,
      width: '124px',
      isExtra: true,
      cell: (row) => phoneText(row.dutyPhone.number),
    },
    {
      name: 'verdict',
      title: t.columns.verdict,
      width: 'minmax(124px, 1.1fr)',
      cell: (row) => <CheckOutcome check={row} />,
    },
    {
      name: 'ring',
      title: t.columns.ring,
      width: 'minmax(140px, 1fr)',
      cell: (row) => row.state === 'DONE' && <RingMark check={row} />,
    },
    {
      name: 'who',
      title: t.columns.who,
      width: 'minmax(80px, 0.7fr)',
      cell: (row) => row.requestedByName,
    },
  ];
}
