import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../api/client';
import { keys } from '../../api/queries';
import { EVENT_KINDS, type EventView, type Page } from '../../api/types';
import { Panel } from '../../design/parts/Panel';
import { Empty } from '../../design/parts/States';
import { PriorityTag, StatusTag } from '../../design/parts/Tags';
import { useNarrow } from '../../design/useNarrow';
import { domainWords } from '../../domain/words';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { FindBox } from '../../lists/FindBox';
import { ListBody } from '../../lists/ListBody';
import { Pager } from '../../lists/Pager';
import { RowTable, type Column } from '../../lists/RowTable';
import { SplitPage } from '../../lists/SplitPage';
import { Switch } from '../../lists/Switch';
import { useFilter } from '../../lists/useFilter';
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
const SIZE = 50;

/** All cases: find one, read its story, take it to the desk. */
export default function EventsPage() {
  const t = useWords(eventsWords);
  const { id } = useParams();
  const navigate = useNavigate();
  const filter = useFilter();
  const isNarrow = useNarrow();
  const view = viewOf(filter.get('view'));
  const events = useEvents(view, filter);
  const columns = useColumns();
  const select = (event: EventView) =>
    void navigate(`/events/${event.id}?${filter.query}`, { replace: true });
  const selectedId = id ?? events.data?.items[0]?.id ?? null;
  return (
    <SplitPage
      testId="events"
      list={
        <Panel
          title={t.title}
          note={<Filters />}
          actions={
            <Switch
              label={t.view}
              options={(Object.keys(VIEWS) as View[]).map((each) => ({ value: each, text: t.views[each] }))}
              value={view}
              choose={(next) => filter.set('view', next === 'unfinished' ? null : next)}
            />
          }
          footer={
            events.data && (
              <Pager
                total={events.data.total}
                page={filter.page}
                size={SIZE}
                turn={(page) => filter.set('page', String(page))}
              />
            )
          }
          flush
        >
          <ListBody
            query={events}
            empty={
              view === 'unfinished' && filter.query === '' ? (
                <Empty why={t.none} next={t.noneNext} />
              ) : undefined
            }
          >
            {(page) => (
              <RowTable
                label={t.title}
                columns={columns}
                rows={page.items}
                keyOf={(row) => row.id}
                selectedKey={selectedId}
                select={select}
                open={(row) => void navigate(`/desk?event=${row.id}`)}
                rowTestId="event-row"
                isNarrow={isNarrow}
              />
            )}
          </ListBody>
        </Panel>
      }
      detail={<EventDetail id={selectedId} />}
    />
  );
}

function viewOf(name: string | null): View {
  return name !== null && name in VIEWS ? (name as View) : 'unfinished';
}

function useEvents(view: View, filter: ReturnType<typeof useFilter>) {
  const query = {
    ...VIEWS[view],
    kind: filter.get('kind'),
    q: filter.get('q'),
    page: filter.page,
    size: SIZE,
    sort: '-createdAt',
  };
  return useQuery({
    queryKey: keys.events(query),
    queryFn: ({ signal }) => api.get<Page<EventView>>('/events', query, signal),
    placeholderData: (before) => before,
  });
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
