import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { InputRef } from 'antd';
import { api } from '../../../api/client';
import { keys } from '../../../api/queries';
import { useProblemText } from '../../../api/useProblemText';
import type { EventView } from '../../../api/types';
import { useWords } from '../../../i18n/language';
import { KeyButton } from '../../../keys/KeyButton';
import { deskWords } from '../words';
import type { DraftHandle } from './useDraft';

interface CloseRowProps {
  readonly handle: DraftHandle;
  readonly cancel: () => void;
  readonly closed: () => void;
}

/** Closing asks for the reason in the footer itself; no window opens over the call. */
export function CloseRow({ handle, cancel, closed }: CloseRowProps) {
  const t = useWords(deskWords);
  const problemText = useProblemText();
  const cache = useQueryClient();
  const input = useRef<InputRef>(null);
  const [reason, setReason] = useState('');
  useEffect(() => input.current?.focus(), []);
  const close = useMutation({
    async mutationFn() {
      const event = await handle.draft.flush();
      return api.post<EventView>(`/events/${event.id}/close`, { reason: reason.trim() });
    },
    onSuccess(event) {
      cache.setQueryData(keys.event(event.id), event);
      void cache.invalidateQueries({ queryKey: ['events', 'list'] });
      closed();
    },
  });
  const isReady = reason.trim() !== '';
  return (
    <>
      <Input
        ref={input}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={(event) => {
          if (isReady && !event.nativeEvent.isComposing) close.mutate();
        }}
        onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && cancel()}
        placeholder={t.form.closeReason}
        aria-label={t.form.closeReason}
        maxLength={300}
        status={close.isError ? 'error' : ''}
        data-testid="close-reason"
      />
      {close.isError && <span className="critical">{problemText(close.error)}</span>}
      <KeyButton label={t.form.cancel} group="desk" onPress={cancel} />
      <KeyButton
        label={t.form.closeNow}
        group="desk"
        kind="primary"
        disabled={!isReady}
        busy={close.isPending}
        onPress={() => close.mutate()}
        testId="close-now"
      />
    </>
  );
}
