import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../api/client';
import { useProblemText } from '../../api/useProblemText';
import { Panel } from '../../design/parts/Panel';
import { Empty, Failed, Loading } from '../../design/parts/States';
import { Count } from '../../design/parts/Tags';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import { RowTable, type Column } from '../../lists/RowTable';
import { SplitPage } from '../../lists/SplitPage';
import { useFilter } from '../../lists/useFilter';
import { byCount, reasonText, senders, type Refusals, type RefusedSender } from './refused';
import { refusedWords } from './refusedWords';
import style from './DataQualityPage.module.css';

const RENEWED_MILLIS = 10_000;

/** What came in and was not believed: why, how often, and which terminal or address it came from. */
export default function RefusedPage() {
  const t = useWords(refusedWords);
  const problemText = useProblemText();
  const navigate = useNavigate();
  const filter = useFilter();
  const reason = filter.get('reason') ?? null;
  const refusals = useQuery({
    queryKey: ['quality', 'refused'],
    queryFn: ({ signal }) => api.get<Refusals>('/positions/refusals', { limit: 200 }, signal),
    refetchInterval: RENEWED_MILLIS,
  });
  return (
    <SplitPage
      testId="refused"
      wideDetail
      list={
        <Panel
          title={t.title}
          flush
          actions={
            <KeyButton
              label={t.back}
              combo="B"
              group="list"
              small
              onPress={() => void navigate('/data-quality')}
              testId="back-to-quality"
            />
          }
        >
          {refusals.isError && (
            <Failed what={problemText(refusals.error)} retry={() => void refusals.refetch()} />
          )}
          {refusals.isPending && <Loading rows={6} />}
          {refusals.data && (
            <Reasons
              refusals={refusals.data}
              chosen={reason}
              choose={(each) => filter.set('reason', each ?? '')}
            />
          )}
        </Panel>
      }
      detail={refusals.data && <Senders rows={senders(refusals.data, reason === '' ? null : reason)} />}
    />
  );
}

interface ReasonsProps {
  readonly refusals: Refusals;
  readonly chosen: string | null;
  readonly choose: (reason: string | null) => void;
}

function Reasons({ refusals, chosen, choose }: ReasonsProps) {
  const t = useWords(refusedWords);
  return (
    <>
      <p className={`note ${style['above']}`}>{t.note}</p>
      <ul className={style['lists']}>
        {byCount(refusals.total).map(([reason, count], index) => {
          const { name, why } = reasonText(t.reasons, reason);
          const isChosen = reason === chosen;
          return (
            <li key={reason} className={isChosen ? style['chosen'] : undefined} data-testid="refused-reason">
              <KeyButton
                label={name}
                {...(index < 9 ? { combo: String(index + 1) } : {})}
                group="list"
                kind={isChosen ? 'primary' : 'default'}
                small
                onPress={() => choose(isChosen ? null : reason)}
                testId={`reason-${reason}`}
              />
              <Count value={count} tone="near" />
              <p className="note">{why}</p>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Senders({ rows }: { readonly rows: readonly RefusedSender[] }) {
  const t = useWords(refusedWords);
  const navigate = useNavigate();
  const columns = useColumns();
  const [selectedKey, setSelectedKey] = useState<string | null>(null);
  const open = (row: RefusedSender) => {
    const id = row.vehicleId ?? null;
    if (id !== null) void navigate(`/vehicles/${id}`);
  };
  return (
    <Panel title={t.senders} flush>
      {rows.length === 0 ? (
        <Empty why={t.clean} next={t.cleanNext} />
      ) : (
        <RowTable
          label={t.senders}
          columns={columns}
          rows={rows}
          keyOf={keyOf}
          selectedKey={selectedKey}
          select={(row) => setSelectedKey(keyOf(row))}
          open={open}
          rowTestId="refused-row"
          isNarrow={false}
        />
      )}
    </Panel>
  );
}

const keyOf = (row: RefusedSender) => row.terminalPhone ?? `address ${row.address ?? ''}`;

function useColumns(): readonly Column<RefusedSender>[] {
  const t = useWords(refusedWords);
  const format = useFormat();
  const reasonsOf = (row: RefusedSender) =>
    byCount(row.reasons)
      .map(([reason, count]) => `${reasonText(t.reasons, reason).name} ${format.count(count)}`)
      .join(' · ');
  return [
    {
      name: 'sender',
      title: t.columns.sender,
      width: '150px',
      cell: (row) => (
        <span className="mono">
          {row.terminalPhone ?? (row.address === 'others' ? t.others : row.address)}
        </span>
      ),
    },
    { name: 'plate', title: t.columns.plate, width: '110px', cell: (row) => row.plate ?? '' },
    {
      name: 'total',
      title: t.columns.total,
      width: '80px',
      align: 'end',
      cell: (row) => format.count(row.total),
    },
    { name: 'reasons', title: t.columns.reasons, width: 'minmax(160px, 1fr)', cell: reasonsOf },
    {
      name: 'latest',
      title: t.columns.latest,
      width: '110px',
      cell: (row) => (row.latestAt === null ? '' : format.moment(row.latestAt)),
    },
  ];
}
