import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../api/client';
import type { CallView } from '../api/types';
import { useProblemText } from '../api/useProblemText';
import { useWords } from '../i18n/language';
import { hasRole, useUser } from '../session/session';
import style from './PhoneSheet.module.css';
import { phoneWords } from './words';

/** A supervisor takes a call from an operator who cannot go on with it, and says why. */
export function TakeOver({ call }: { readonly call: CallView }) {
  const user = useUser();
  const isOther = call.operatorId !== null && call.operatorId !== user.id;
  const isTalking = call.state === 'ANSWERED' && isOther;
  if (!isTalking || user.extension === null || !hasRole(user, 'SUPERVISOR')) return null;
  return <Form call={call} />;
}

function Form({ call }: { readonly call: CallView }) {
  const t = useWords(phoneWords);
  const problemText = useProblemText();
  const [reason, setReason] = useState('');
  const take = useMutation({
    mutationFn: () =>
      api.post(`/calls/${call.id}/take-over`, { from: call.operatorId, reason: reason.trim() }),
  });
  return (
    <section className={style['list']} aria-label={t.takeOver}>
      <label>
        <span>{t.takeOverReason}</span>
        <Input
          value={reason}
          maxLength={300}
          onChange={(event) => setReason(event.target.value)}
          data-testid="take-over-reason"
        />
      </label>
      <Button danger disabled={reason.trim() === ''} loading={take.isPending} onClick={() => take.mutate()}>
        {t.takeOver}
      </Button>
      <p className="note">{t.takeOverHint}</p>
      {take.error !== null && (
        <p className="critical" role="alert">
          {problemText(take.error)}
        </p>
      )}
    </section>
  );
}
