import { Select } from 'antd';
import { useNavigate } from 'react-router';
import { keys } from '../../api/queries';
import { EVENT_KINDS, type EventView } from '../../api/types';
import { Empty } from '../../design/parts/States';
import { PriorityTag, StatusTag } from '../../design/parts/Tags';
import { domainWords } from '../../domain/words';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { FindBox } from '../../lists/FindBox';
import { RecordsPage } from '../../lists/RecordsPage';
import type { Column } from '../../lists/RowTable';
import { Switch } from '../../lists/Switch';
import { useFilter } from '../../lists/useFilter';
import { usePageOf } from '../../lists/usePageOf';
import { EventDetail } from './EventDetail';
import style from './EventsPage.module.css';
import { eventsWords } from './words';

const VIEWS = {
  unfinished: { state: ['DRAFT', 'OPEN'] },
  mine: { state: ['DRAFT', 'OPEN'], owner: 'me' },
  CLOSED: { state: ['CLOSED'] },
  all: {},
} as const;
type View = keyof typeof VIEWS;

/** All cases: find one, read its story, take it to the desk. */
export default function EventsPage() {
  const t = useWords(eventsWords);
  const navigate = useNavigate();
  const filter = useFilter();
  const view = viewOf(filter.get('view'));
  const events = usePageOf<EventView>('/events', keys.events, {
    ...VIEWS[view],
    kind: filter.get('kind'),
    q: filter.get('q'),
    sort: '-createdAt',
  });
  const isUnfiltered = view === 'unfinished' && filter.query === '';
  return (
    <RecordsPage
      title={t.title}
      path="/events"
      records={events}
      columns={useColumns()}
      note={<Filters />}
      actions={
        <Switch
          label={t.view}
          options={(Object.keys(VIEWS) as View[]).map((each) => ({ value: each, text: t.views[each] }))}
          value={view}
          choose={(next) => filter.set('view', next === 'unfinished' ? null : next)}
        />
      }
      empty={isUnfiltered ? <Empty why={t.none} next={t.noneNext} /> : undefined}
      open={(row) => void navigate(`/desk?event=${row.id}`)}
      detail={(id) => <EventDetail id={id} />}
      testId="events"
      rowTestId="event-row"
    />
  );
}

function viewOf(name: string | null): View {
  return name !== null && name in VIEWS ? (name as View) : 'unfinished';
}

function Filters() {
  const t = useWords(eventsWords);
  const words = useWords(domainWords);
  const filter = useFilter();
  return (
    <span className={style['filters']}>
      <FindBox label={t.find} value={filter.get('q') ?? ''} find={(text) => filter.set('q', text)} />
      <Select
        size="small"
        value={filter.get('kind') ?? ''}
        onChange={(kind: string) => filter.set('kind', kind)}
        aria-label={t.kind}
        options={[
          { value: '', label: t.allKinds },
          ...EVENT_KINDS.map((kind) => ({ value: kind, label: words.eventKind[kind] })),
        ]}
        style={{ width: 140 }}
      />
    </span>
  );
}

function useColumns(): readonly Column<EventView>[] {
  const t = useWords(eventsWords);
  const words = useWords(domainWords);
  const format = useFormat();
  return [
    {
      name: 'priority',
      title: t.columns.priority,
      width: '44px',
      cell: (row) => row.priority !== null && <PriorityTag level={row.priority} />,
    },
    {
      name: 'number',
      title: t.columns.number,
      width: '132px',
      cell: (row) => <strong>{row.number}</strong>,
    },
    {
      name: 'kind',
      title: t.columns.kind,
      width: 'minmax(90px, 1fr)',
      cell: (row) => (row.kind === null ? words.noKind : words.eventKind[row.kind]),
    },
    {
      name: 'vehicle',
      title: t.columns.vehicle,
      width: 'minmax(90px, 1fr)',
      cell: (row) => row.vehicle?.plate,
    },
    {
      name: 'caller',
      title: t.columns.caller,
      width: 'minmax(90px, 1fr)',
      isExtra: true,
      cell: (row) => row.caller.name,
    },
    {
      name: 'owner',
      title: t.columns.owner,
      width: 'minmax(90px, 1fr)',
      isExtra: true,
      cell: (row) => row.ownerName,
    },
    {
      name: 'opened',
      title: t.columns.opened,
      width: '92px',
      cell: (row) => format.moment(row.openedAt ?? row.createdAt),
    },
    {
      name: 'state',
      title: t.columns.state,
      width: '66px',
      cell: (row) => (
        <StatusTag tone={row.state === 'CLOSED' ? 'neutral' : 'own'} sign="">
          {words.eventState[row.state]}
        </StatusTag>
      ),
    },
  ];
}
