import { Input } from 'antd';
import { useState } from 'react';
import { useProblemText } from '../api/useProblemText';
import { useFormat } from '../i18n/format';
import { useWords } from '../i18n/language';
import { KeyButton } from '../keys/KeyButton';
import { hasRole, useUser } from '../session/session';
import { useHold, type Recording } from './queries';
import style from './Recordings.module.css';
import { recordingWords } from './words';

const LONGEST_REASON = 500;

/** How long it is kept; a supervisor suspends that, or lets it go on, and says why. */
export function Hold({ recording }: { readonly recording: Recording }) {
  const t = useWords(recordingWords);
  const format = useFormat();
  const isSupervisor = hasRole(useUser(), 'SUPERVISOR');
  const kept = recording.keptUntil === null ? '' : t.keptUntil(format.dayOf(recording.keptUntil));
  return (
    <div className={style['hold']}>
      <span className="note">
        {recording.held ? t.held(recording.heldBy ?? '', recording.holdReason ?? '') : kept}
      </span>
      {isSupervisor && <Change key={String(recording.held)} recording={recording} />}
    </div>
  );
}

function Change({ recording }: { readonly recording: Recording }) {
  const t = useWords(recordingWords);
  const problemText = useProblemText();
  const [reason, setReason] = useState('');
  const hold = useHold(recording);
  const send = () => {
    if (reason.trim() !== '') hold.mutate(reason.trim());
  };
  return (
    <>
      <Input
        size="small"
        className={style['reason'] ?? ''}
        value={reason}
        maxLength={LONGEST_REASON}
        placeholder={t.reason}
        aria-label={t.reason}
        onChange={(change) => setReason(change.target.value)}
        onPressEnter={send}
        data-testid="hold-reason"
      />
      <KeyButton
        label={recording.held ? t.release : t.hold}
        group="list"
        small
        disabled={reason.trim() === ''}
        busy={hold.isPending}
        onPress={send}
        testId="hold"
      />
      {hold.isError && <span role="alert">{problemText(hold.error)}</span>}
    </>
  );
}
