import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../api/client';
import { useProblemText } from '../../api/useProblemText';
import type { DataQualityCount, DataQualityList, DataQualityRow, Page } from '../../api/types';
import { Panel } from '../../design/parts/Panel';
import { Empty, Failed, Loading } from '../../design/parts/States';
import { Count } from '../../design/parts/Tags';
import { useOutcomeText, usePositionQuery } from '../../domain/positionQuery';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import { ListBody } from '../../lists/ListBody';
import { Pager } from '../../lists/Pager';
import { RowTable, type Column } from '../../lists/RowTable';
import { SplitPage } from '../../lists/SplitPage';
import { useFilter } from '../../lists/useFilter';
import { qualityWords } from './words';
import style from './DataQualityPage.module.css';

const SIZE = 50;

/** The path of a list: `VEHICLE_SILENT` is `vehicle-silent`. */
const pathOf = (list: DataQualityList) => list.toLowerCase().replaceAll('_', '-');

/** What is wrong in the data: how much of it, and each case one step from where it is put right. */
export default function DataQualityPage() {
  const t = useWords(qualityWords);
  const problemText = useProblemText();
  const filter = useFilter();
  const navigate = useNavigate();
  const counts = useQuery({
    queryKey: ['quality', 'counts'],
    queryFn: ({ signal }) => api.get<readonly DataQualityCount[]>('/data-quality', {}, signal),
    staleTime: 10_000,
  });
  const wanted = counts.data?.find((each) => each.list === filter.get('list')) ?? counts.data?.[0];
  return (
    <SplitPage
      testId="data-quality"
      wideDetail
      list={
        <Panel
          title={t.title}
          flush
          actions={
            <KeyButton
              label={t.refused}
              combo="B"
              group="list"
              small
              onPress={() => void navigate('/data-quality/refused')}
              testId="open-refused"
            />
          }
        >
          {counts.isError && counts.data === undefined && (
            <Failed what={problemText(counts.error)} retry={() => void counts.refetch()} />
          )}
          {counts.isPending && <Loading rows={5} />}
          <ul className={style['lists']}>
            {counts.data?.map((each, index) => (
              <Choice
                key={each.list}
                count={each}
                combo={String(index + 1)}
                isChosen={each.list === wanted?.list}
                choose={() => filter.set('list', each.list)}
              />
            ))}
          </ul>
        </Panel>
      }
      detail={wanted === undefined ? null : <WorkList key={wanted.list} list={wanted.list} />}
    />
  );
}

interface ChoiceProps {
  readonly count: DataQualityCount;
  readonly combo: string;
  readonly isChosen: boolean;
  readonly choose: () => void;
}

function Choice({ count, combo, isChosen, choose }: ChoiceProps) {
  const t = useWords(qualityWords);
  return (
    <li className={isChosen ? style['chosen'] : undefined} data-testid="quality-list">
      <KeyButton
        label={t.lists[count.list]}
        combo={combo}
        group="list"
        kind={isChosen ? 'primary' : 'default'}
        small
        onPress={choose}
        testId={`list-${count.list}`}
      />
      <Count value={count.count} tone={count.count === 0 ? 'neutral' : 'near'} />
      <p className="note">{t.why[count.list]}</p>
    </li>
  );
}

function WorkList({ list }: { readonly list: DataQualityList }) {
  const t = useWords(qualityWords);
  const navigate = useNavigate();
  const filter = useFilter();
  const open = (row: DataQualityRow) => void navigate(placeOf(row));
  const columns = useColumns(list, open);
  const [selectedKey, setSelectedKey] = useState<string | null>(null);
  const query = { page: filter.page, size: SIZE };
  const rows = useQuery({
    queryKey: ['quality', list, query],
    queryFn: ({ signal }) => api.get<Page<DataQualityRow>>(`/data-quality/${pathOf(list)}`, query, signal),
    staleTime: 10_000,
  });
  const selected = rows.data?.items.find((row) => keyOf(row) === selectedKey) ?? rows.data?.items[0];
  return (
    <Panel
      title={t.lists[list]}
      flush
      actions={
        selected !== undefined && (
          <>
            {isPolled(list) && <Poll key={keyOf(selected)} row={selected} />}
            <KeyButton
              label={t.open}
              combo="O"
              group="list"
              small
              onPress={() => open(selected)}
              testId="open-row"
            />
          </>
        )
      }
      footer={
        rows.data && (
          <Pager
            total={rows.data.total}
            page={filter.page}
            size={SIZE}
            turn={(page) => filter.set('page', String(page))}
          />
        )
      }
    >
      <ListBody query={rows} empty={<Empty why={t.clean} next={t.cleanNext} />}>
        {(page) => (
          <RowTable
            label={t.lists[list]}
            columns={columns}
            rows={page.items}
            keyOf={keyOf}
            selectedKey={selected === undefined ? null : keyOf(selected)}
            select={(row) => setSelectedKey(keyOf(row))}
            open={open}
            rowTestId="quality-row"
            isNarrow={false}
          />
        )}
      </ListBody>
    </Panel>
  );
}

const keyOf = (row: DataQualityRow) => row.terminalPhone ?? row.stationId ?? '';

/**
 * Where it is put right: the truck, the station, or the trucks that bear the plate a terminal tells, with the terminal in
 * the hand, so that it is entered there.
 */
function placeOf(row: DataQualityRow): string {
  if (row.vehicleId !== null) return `/vehicles/${row.vehicleId}`;
  if (row.stationId !== null) return `/stations/${row.stationId}`;
  const query = new URLSearchParams({ q: row.hint ?? '', fit: row.terminalPhone ?? '' });
  return `/vehicles?${query.toString()}`;
}

/** Lists on which one question to the terminal tells whether it is still so. */
function isPolled(list: DataQualityList): boolean {
  return list === 'CLOCK_WRONG' || list === 'FIX_FROZEN' || list === 'VEHICLE_SILENT';
}

/** Asks the selected row's terminal where it is, without leaving the list. */
function Poll({ row }: { readonly row: DataQualityRow }) {
  const t = useWords(qualityWords);
  const problemText = useProblemText();
  const outcomeText = useOutcomeText();
  const ask = usePositionQuery(row.vehicleId ?? '');
  return (
    <>
      {ask.isSuccess && <span className="note">{outcomeText(ask.data)}</span>}
      {ask.error !== null && <span className="critical">{problemText(ask.error)}</span>}
      <KeyButton
        label={t.poll}
        combo="G"
        group="list"
        small
        disabled={row.vehicleId === null}
        busy={ask.isPending}
        onPress={() => ask.mutate()}
        testId="poll-row"
      />
    </>
  );
}

function useColumns(
  list: DataQualityList,
  open: (row: DataQualityRow) => void,
): readonly Column<DataQualityRow>[] {
  const t = useWords(qualityWords);
  const format = useFormat();
  const moment = (at: string | null) => (at === null ? '' : format.moment(at));
  return [
    {
      name: 'what',
      title: t.columns.what,
      width: 'minmax(110px, 1fr)',
      cell: (row) => <strong>{row.name ?? t.stranger}</strong>,
    },
    {
      name: 'terminal',
      title: t.columns.terminal,
      width: '130px',
      cell: (row) => <span className="mono">{row.terminalPhone}</span>,
    },
    {
      name: 'hint',
      title: t.columns.hint,
      width: 'minmax(90px, 1fr)',
      isExtra: true,
      cell: (row) => row.hint,
    },
    { name: 'since', title: t.columns.since, width: '110px', cell: (row) => moment(row.since) },
    {
      name: 'heard',
      title: t.columns.heard,
      width: '110px',
      isExtra: true,
      cell: (row) =>
        row.heardAt === null && row.terminalPhone !== null ? (
          <span className="dim">{t.never}</span>
        ) : (
          moment(row.heardAt)
        ),
    },
    {
      name: 'act',
      title: t.columns.act,
      width: '132px',
      cell: (row) => (
        <Button
          type="link"
          size="small"
          className={style['act']}
          onClick={(event) => {
            event.stopPropagation();
            open(row);
          }}
        >
          {t.act[list]}
        </Button>
      ),
    },
  ];
}
