import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api/client';
import { keys } from '../../../api/queries';
import { useProblemText } from '../../../api/useProblemText';
import type { EventView, RescueJobView } from '../../../api/types';
import { StatusTag } from '../../../design/parts/Tags';
import { useRescue } from '../../../domain/eventQueries';
import { domainWords } from '../../../domain/words';
import { useFormat } from '../../../i18n/format';
import { useWords } from '../../../i18n/language';
import { KeyButton } from '../../../keys/KeyButton';
import type { Desk } from '../useDesk';
import { deskWords } from '../words';
import { CloseRow } from './CloseRow';
import { UndecidedConflict } from './Draft';
import style from './FormFooter.module.css';
import { useMissing } from './missing';
import type { DraftHandle } from './useDraft';

interface FormFooterProps {
  readonly handle: DraftHandle;
  readonly desk: Desk;
}

/** Saves, opens, asks for a rescue, closes; and says what is still missing. */
export function FormFooter({ handle, desk }: FormFooterProps) {
  const t = useWords(deskWords);
  const [isClosing, setClosing] = useState(false);
  const event = handle.base;
  if (event.state === 'CLOSED') {
    return (
      <span>{event.mergedInto === null ? t.form.readOnly(event.closeReason ?? '') : t.form.merged}</span>
    );
  }
  if (isClosing)
    return <CloseRow handle={handle} cancel={() => setClosing(false)} closed={() => desk.select(null)} />;
  return <Actions handle={handle} close={() => setClosing(true)} />;
}

/** What the footer does; each step saves first, so that nothing typed is left behind. */
function useFormActions(handle: DraftHandle) {
  const cache = useQueryClient();
  const keep = (event: EventView) => {
    cache.setQueryData(keys.event(event.id), event);
    void cache.invalidateQueries({ queryKey: ['events', 'list'] });
    return event;
  };
  const opened = async () => {
    const event = await handle.draft.flush();
    return event.state === 'DRAFT' ? keep(await api.post<EventView>(`/events/${event.id}/open`)) : event;
  };
  const save = useMutation({ mutationFn: opened });
  const request = useMutation({
    async mutationFn() {
      const event = await opened();
      const job = await api.post<RescueJobView>('/rescues', { eventId: event.id });
      cache.setQueryData(keys.rescue(job.id), job);
      keep(await api.get<EventView>(`/events/${event.id}`));
    },
  });
  return { save, request };
}

function Actions({ handle, close }: { readonly handle: DraftHandle; readonly close: () => void }) {
  const t = useWords(deskWords);
  const problemText = useProblemText();
  const { save, request } = useFormActions(handle);
  const error = save.error ?? request.error;
  const isDraft = handle.base.state === 'DRAFT';
  return (
    <>
      {error !== null && !(error instanceof UndecidedConflict) ? (
        <span className="critical" role="alert">
          ■ {problemText(error)}
        </span>
      ) : (
        <Missing handle={handle} />
      )}
      <span className={style['push']} />
      {!isDraft && (
        <KeyButton
          label={t.form.close}
          combo="Alt+Shift+C"
          group="desk"
          onPress={close}
          testId="close-event"
        />
      )}
      <KeyButton
        label={isDraft ? t.form.open : t.form.save}
        combo="Ctrl+S"
        group="desk"
        busy={save.isPending}
        onPress={() => save.mutate()}
        testId={isDraft ? 'open-event' : 'save-event'}
      />
      {handle.base.rescueJobId === null ? (
        <KeyButton
          label={t.form.request}
          combo="Ctrl+Enter"
          group="desk"
          kind="primary"
          busy={request.isPending}
          onPress={() => request.mutate()}
          testId="request-dispatch"
        />
      ) : (
        <Job id={handle.base.rescueJobId} />
      )}
    </>
  );
}

function Missing({ handle }: { readonly handle: DraftHandle }) {
  const t = useWords(deskWords);
  const format = useFormat();
  const missing = useMissing(handle);
  const text = missing.length === 0 ? t.form.complete : t.form.missing(format.list(missing));
  return (
    <span className="truncate" title={text} data-testid="missing">
      {text}
    </span>
  );
}

function Job({ id }: { readonly id: string }) {
  const t = useWords(deskWords);
  const words = useWords(domainWords);
  const job = useRescue(id).data;
  if (job === undefined) return null;
  return (
    <span className={style['job']} data-testid="rescue-of-event">
      <strong>{t.form.job(job.number)}</strong>
      <StatusTag tone={job.stage === 'PENDING' ? 'near' : 'own'} sign="">
        {words.stage[job.stage]}
      </StatusTag>
      {job.station?.name}
    </span>
  );
}
