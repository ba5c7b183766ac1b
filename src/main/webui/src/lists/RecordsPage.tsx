import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Page } from '../api/types';
import { Panel } from '../design/parts/Panel';
import { useNarrow } from '../design/useNarrow';
import { ListBody } from './ListBody';
import { Pager } from './Pager';
import { PAGE_SIZE } from './usePageOf';
import { RowTable, type Column } from './RowTable';
import { SplitPage } from './SplitPage';
import { useFilter } from './useFilter';

interface RecordsPageProps<T> {
  readonly title: string;
  /** Where the page lives, such as `/stations`; below it each record has an address of its own. */
  readonly path: string;
  readonly records: UseQueryResult<Page<T>>;
  readonly columns: readonly Column<T>[];
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  /** What stands instead of the list while nothing is filtered and there is nothing. */
  readonly empty?: ReactNode;
  /** What Enter does with the selected row. */
  readonly open?: (row: T) => void;
  /** What is shown of the selected record; null when there is none. */
  readonly detail: (id: string | null) => ReactNode;
  readonly testId: string;
  readonly rowTestId: string;
}

/**
 * A register: a filtered list by pages at the left, the selected record at the right. Filter, page and selection live in
 * the address, so what is on the screen can be sent to a colleague. Without a selection the first row is shown.
 */
export function RecordsPage<T extends { readonly id: string }>(props: RecordsPageProps<T>) {
  const { title, path, records, detail } = props;
  const { id } = useParams();
  const navigate = useNavigate();
  const filter = useFilter();
  const isNarrow = useNarrow();
  const selectedId = id ?? records.data?.items[0]?.id ?? null;
  return (
    <SplitPage
      testId={props.testId}
      list={
        <Panel
          title={title}
          note={props.note}
          actions={props.actions}
          footer={
            records.data && (
              <Pager
                total={records.data.total}
                page={filter.page}
                size={PAGE_SIZE}
                turn={(page) => filter.set('page', String(page))}
              />
            )
          }
          flush
        >
          <ListBody query={records} empty={props.empty}>
            {(page) => (
              <RowTable
                label={title}
                columns={props.columns}
                rows={page.items}
                keyOf={(row) => row.id}
                selectedKey={selectedId}
                select={(row) => void navigate(`${path}/${row.id}?${filter.query}`, { replace: true })}
                {...(props.open === undefined ? {} : { open: props.open })}
                rowTestId={props.rowTestId}
                isNarrow={isNarrow}
              />
            )}
          </ListBody>
        </Panel>
      }
      detail={detail(selectedId)}
    />
  );
}
