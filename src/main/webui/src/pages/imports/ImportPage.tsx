import { useMutation, useQuery } from '@tanstack/react-query';
import { Progress } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { api, newId } from '../../api/client';
import { queryClient } from '../../api/queries';
import { useProblemText } from '../../api/useProblemText';
import type { ImportAnswer, ImportProgress } from '../../api/types';
import { Panel } from '../../design/parts/Panel';
import { Empty } from '../../design/parts/States';
import { StatusTag } from '../../design/parts/Tags';
import { useNarrow } from '../../design/useNarrow';
import { useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import { RowTable, type Column } from '../../lists/RowTable';
import { SplitPage } from '../../lists/SplitPage';
import style from './ImportPage.module.css';
import { importWords } from './words';

/** A file on its way, and the id under which the service tells how far its check is. */
interface Checked {
  readonly file: File;
  readonly progressId: string;
}

type BadRow = ImportAnswer['badRows'][number];

/** Twenty thousand rows take some seconds on a good day; a bad one is waited for as well. */
const TAKE_TIMEOUT_MILLIS = 5 * 60_000;
const PROGRESS_MILLIS = 500;

const KNOWN_COLUMNS =
  '车架号 VIN · 车牌号 Plate · 车型 Model · 驱动形式 Drive form · 发动机厂家 Engine make · 发动机型号 Engine model · ' +
  '变速箱厂家 Gearbox make · 批次 Batch · 销售日期 Sale date · 保修截止 Warranty until · 车主 Owner · 所属单位 Company · ' +
  '司机 Drivers · 车主电话 Owner phones · 车队电话 Fleet phones · 终端手机号 Terminals';

/** A file of trucks: sent, checked, looked at, and only then taken in. */
export default function ImportPage() {
  const t = useWords(importWords);
  const navigate = useNavigate();
  const [share, setShare] = useState(0);
  const check = useMutation({
    mutationFn({ file, progressId }: Checked) {
      setShare(0);
      return api.upload<ImportAnswer>(
        `/vehicles/imports?fileName=${encodeURIComponent(file.name)}&progressId=${progressId}`,
        file,
        setShare,
      );
    },
    onMutate: () => take.reset(),
  });
  const take = useMutation({
    mutationFn: ({ id, rows }: { readonly id: string; readonly rows: 'ALL' | 'GOOD' }) =>
      api.post<ImportAnswer>(`/vehicles/imports/${id}/take?rows=${rows}`, undefined, {
        timeoutMillis: TAKE_TIMEOUT_MILLIS,
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['vehicles'] }),
  });
  const report = take.data ?? check.data;
  const watched = (check.isPending ? check.variables.progressId : check.data?.id) ?? '';
  const isSent = check.isPending && share === 1;
  const progress = useQuery({
    queryKey: ['vehicles', 'import', watched],
    queryFn: ({ signal }) =>
      api.get<ImportProgress | null>(`/vehicles/imports/${watched}/progress`, {}, signal),
    enabled: take.isPending || isSent,
    refetchInterval: PROGRESS_MILLIS,
    gcTime: 0,
  });
  return (
    <SplitPage
      testId="vehicle-import"
      wideDetail
      list={
        <Panel
          title={t.title}
          actions={
            <KeyButton
              label={t.back}
              combo="B"
              group="list"
              small
              onPress={() => void navigate('/vehicles')}
            />
          }
        >
          <Chooser
            isBusy={check.isPending || take.isPending}
            choose={(file) => check.mutate({ file, progressId: newId() })}
          />
          <p className={style['hint']}>{t.hint}</p>
          <p className={style['hint']}>
            {t.columns} {KNOWN_COLUMNS}
          </p>
          {check.isPending && !isSent && <Sending share={share} />}
          {(take.isPending || isSent) && <Doing isTaking={take.isPending} progress={progress.data ?? null} />}
          <Wrong error={take.error ?? check.error} />
        </Panel>
      }
      detail={
        report === undefined ? (
          <Panel title={t.result}>
            <Empty why={check.isPending ? t.underWay(check.variables.file.name) : t.none} next={t.noneNext} />
          </Panel>
        ) : (
          <Report
            report={report}
            isBusy={take.isPending}
            take={(rows) => take.mutate({ id: report.id, rows })}
          />
        )
      }
    />
  );
}

interface ChooserProps {
  readonly isBusy: boolean;
  readonly choose: (file: File) => void;
}

function Chooser({ isBusy, choose }: ChooserProps) {
  const t = useWords(importWords);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".csv,.xlsx"
        hidden
        aria-label={t.choose}
        data-testid="import-file"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) choose(file);
          // The same file may be chosen again after it was corrected.
          event.target.value = '';
        }}
      />
      <KeyButton
        label={t.choose}
        combo="F"
        group="list"
        kind="primary"
        busy={isBusy}
        onPress={() => input.current?.click()}
        testId="choose-file"
      />
    </>
  );
}

function Sending({ share }: { readonly share: number }) {
  const t = useWords(importWords);
  const percent = Math.round(share * 100);
  return <Bar percent={percent} words={t.sending(percent)} />;
}

interface DoingProps {
  readonly isTaking: boolean;
  /** How far the service is; null while that is not known. */
  readonly progress: ImportProgress | null;
}

/** Each row is checked, and once more before the good ones are written, since the register may have changed. */
function Doing({ isTaking, progress }: DoingProps) {
  const t = useWords(importWords);
  if (progress === null) return <Bar percent={0} words={isTaking ? t.taking : t.checking} />;
  const { step, done, total } = progress;
  const words = step === 'WRITING' ? t.written(done, total) : t.checked(done, total);
  return <Bar percent={total === 0 ? 100 : (100 * done) / total} words={words} />;
}

function Bar({ percent, words }: { readonly percent: number; readonly words: string }) {
  return (
    <div role="status" className={style['doing']} data-testid="import-progress">
      <Progress percent={percent} size="small" status="active" showInfo={false} />
      <span className="note">{words}</span>
    </div>
  );
}

function Wrong({ error }: { readonly error: Error | null }) {
  const t = useWords(importWords);
  const problemText = useProblemText();
  if (error === null) return null;
  return (
    <p className="critical" role="alert">
      {t.failed} {problemText(error)}
    </p>
  );
}

interface ReportProps {
  readonly report: ImportAnswer;
  readonly isBusy: boolean;
  readonly take: (rows: 'ALL' | 'GOOD') => void;
}

function Report({ report, isBusy, take }: ReportProps) {
  const t = useWords(importWords);
  const isNarrow = useNarrow();
  const columns = useColumns();
  const [selected, setSelected] = useState<string | null>(null);
  const good = report.added + report.changed;
  return (
    <Panel
      title={report.takenAt === null ? t.result : t.taken}
      note={<span>{report.fileName}</span>}
      testId="import-report"
      flush
      actions={
        report.takenAt === null &&
        good > 0 && (
          <KeyButton
            label={report.bad === 0 ? t.takeAll : t.takeGood(good)}
            combo="Alt+C"
            group="list"
            kind="primary"
            small
            busy={isBusy}
            onPress={() => take(report.bad === 0 ? 'ALL' : 'GOOD')}
            testId="take-import"
          />
        )
      }
      footer={
        report.ignoredHeadings.length > 0 && (
          <span className="note">{t.ignored(report.ignoredHeadings.join(' · '))}</span>
        )
      }
    >
      <dl className={style['figures']}>
        {(['rows', 'added', 'changed', 'unchanged', 'bad'] as const).map((name) => (
          <div key={name}>
            <dt>{t.figures[name]}</dt>
            <dd className={name === 'bad' && report.bad > 0 ? 'critical' : undefined}>{report[name]}</dd>
          </div>
        ))}
      </dl>
      {report.badRows.length === 0 ? (
        <p className={style['good']}>
          <StatusTag tone="met">{t.allGood}</StatusTag>
        </p>
      ) : (
        <RowTable
          label={t.result}
          columns={columns}
          rows={report.badRows}
          keyOf={(row) => String(row.row)}
          selectedKey={selected}
          select={(row) => setSelected(String(row.row))}
          rowTestId="bad-row"
          isNarrow={isNarrow}
        />
      )}
    </Panel>
  );
}

function useColumns(): readonly Column<BadRow>[] {
  const t = useWords(importWords);
  return [
    { name: 'row', title: t.row, width: '56px', align: 'end', cell: (row) => row.row },
    { name: 'name', title: t.name, width: '150px', cell: (row) => <strong>{row.name}</strong> },
    {
      name: 'problems',
      title: t.problems,
      width: 'minmax(200px, 1fr)',
      wraps: true,
      cell: (row) => row.problems.map((problem) => problem.message).join(' '),
    },
  ];
}
