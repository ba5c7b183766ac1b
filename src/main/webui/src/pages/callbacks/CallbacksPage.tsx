import { useState } from 'react';
import type { CallbackView } from '../../api/types';
import { Clock } from '../../design/parts/Clock';
import { Panel } from '../../design/parts/Panel';
import { Empty } from '../../design/parts/States';
import { Count, StatusTag } from '../../design/parts/Tags';
import { useNarrow } from '../../design/useNarrow';
import { domainWords } from '../../domain/words';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { ListBody } from '../../lists/ListBody';
import { RowTable, type Column } from '../../lists/RowTable';
import { SplitPage } from '../../lists/SplitPage';
import { Switch } from '../../lists/Switch';
import { useFilter } from '../../lists/useFilter';
import { listWords } from '../../lists/words';
import { useNow } from '../../time/now';
import { CallbackDetail } from './CallbackDetail';
import { RowNumber } from './RowNumber';
import { CALLBACK_TONES, useCallbacks, type CallbackList } from './callbacks';
import { callbackWords } from './words';

const VIEWS: readonly CallbackList[] = ['todo', 'DONE', 'GIVEN_UP'];

/** Everybody who is owed a call: dial from the list, say whether the person was reached. */
export default function CallbacksPage() {
  const t = useWords(callbackWords);
  const words = useWords(listWords);
  const filter = useFilter();
  const isNarrow = useNarrow();
  const list = VIEWS.find((view) => view === filter.get('view')) ?? 'todo';
  const callbacks = useCallbacks(list);
  const columns = useColumns();
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const items = callbacks.data?.items ?? [];
  const selected = items.find((each) => each.id === selectedId) ?? items[0] ?? null;
  const empty =
    list === 'todo' ? <Empty why={t.noneTodo} next={t.noneTodoNext} /> : <Empty why={t.noneDone} />;
  return (
    <SplitPage
      testId="callbacks"
      list={
        <Panel
          title={t.title}
          note={
            callbacks.data && (
              <Count value={callbacks.data.total} tone={list === 'todo' ? 'near' : 'neutral'} />
            )
          }
          actions={
            <Switch
              label={t.view}
              options={VIEWS.map((view) => ({ value: view, text: t.views[view] }))}
              value={list}
              choose={(view) => filter.set('view', view === 'todo' ? null : view)}
            />
          }
          flush
        >
          <ListBody query={callbacks} empty={empty}>
            {(page) => (
              <RowTable
                label={t.title}
                columns={columns}
                rows={page.items}
                keyOf={(row) => row.id}
                selectedKey={selected?.id ?? null}
                select={(row) => setSelectedId(row.id)}
                rowTestId="callback-row"
                isNarrow={isNarrow}
              />
            )}
          </ListBody>
        </Panel>
      }
      detail={
        selected === null ? (
          <Panel title={words.pickOne}>
            <Empty why={words.pickOne} next={words.pickOneNext} />
          </Panel>
        ) : (
          <CallbackDetail key={selected.id} callback={selected} />
        )
      }
    />
  );
}

function useColumns(): readonly Column<CallbackView>[] {
  const t = useWords(callbackWords);
  const words = useWords(domainWords);
  const format = useFormat();
  return [
    {
      name: 'state',
      title: t.columns.state,
      width: '92px',
      cell: (row) => (
        <StatusTag tone={CALLBACK_TONES[row.state]} sign="">
          {words.callbackState[row.state]}
        </StatusTag>
      ),
    },
    {
      name: 'number',
      title: t.columns.number,
      width: 'minmax(120px, 1fr)',
      cell: (row) => <RowNumber callback={row} />,
    },
    {
      name: 'reason',
      title: t.columns.reason,
      width: '92px',
      cell: (row) => words.callbackReason[row.reason],
    },
    { name: 'created', title: t.columns.created, width: '96px', cell: (row) => format.moment(row.createdAt) },
    {
      name: 'attempts',
      title: t.columns.attempts,
      width: '64px',
      cell: (row) => t.tries(row.attempts.length),
    },
    { name: 'who', title: t.columns.who, width: '110px', isExtra: true, cell: (row) => row.claimedBy?.name },
    {
      name: 'due',
      title: t.columns.due,
      width: '104px',
      align: 'end',
      cell: (row) => <Due callback={row} />,
    },
  ];
}

/** The clock of what is still owed; what waits for its next try says when. */
function Due({ callback }: { readonly callback: CallbackView }) {
  const t = useWords(callbackWords);
  const format = useFormat();
  const now = useNow();
  if (callback.state === 'DONE' || callback.state === 'GIVEN_UP') return null;
  if (callback.state === 'DUE' && Date.parse(callback.dueAt) > now) {
    return <span className="note">{t.later(format.moment(callback.dueAt))}</span>;
  }
  if (callback.deadlineAt === null) return <span className="note">{t.noDeadline}</span>;
  return <Clock dueAt={callback.deadlineAt} startedAt={callback.createdAt} />;
}
