import { Button, Select } from 'antd';
import type { RescueJobView } from '../../api/types';
import { StatusTag } from '../../design/parts/Tags';
import { useWords } from '../../i18n/language';
import { blockName } from './blocks';
import style from './JobPanel.module.css';
import { boardWords } from './words';

interface BlockedProps {
  readonly job: RescueJobView;
  readonly disabled: boolean;
  readonly block: (reason: string | null) => void;
}

/** What keeps the station from going on; a reason for a broken promise that nobody at the station can help. */
export function Blocked({ job, disabled, block }: BlockedProps) {
  const t = useWords(boardWords);
  if (job.blockedBy !== null) {
    return (
      <div className={style['blocked']}>
        <StatusTag tone="near">{t.blocked(blockName(t.blocks, job.blockedBy))}</StatusTag>
        <Button size="small" disabled={disabled} onClick={() => block(null)} data-testid="unblock">
          {t.unblock}
        </Button>
      </div>
    );
  }
  return (
    <div className={style['blocked']}>
      <span className="note">{t.block}</span>
      <Select
        size="small"
        value={null}
        placeholder={t.blockedWhy}
        aria-label={t.blockedWhy}
        disabled={disabled}
        className={style['why'] ?? ''}
        options={Object.entries(t.blocks).map(([value, label]) => ({ value, label }))}
        onChange={(reason: string | null) => block(reason)}
        data-testid="block"
      />
    </div>
  );
}
