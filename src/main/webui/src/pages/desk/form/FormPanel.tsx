import { useProblemText } from '../../../api/useProblemText';
import { Panel } from '../../../design/parts/Panel';
import { Empty, Failed, Loading } from '../../../design/parts/States';
import { domainWords } from '../../../domain/words';
import { useWords } from '../../../i18n/language';
import type { Desk } from '../useDesk';
import { deskWords } from '../words';
import { ConflictBar } from './ConflictBar';
import { useDraftContext } from './DraftContext';
import style from './FormPanel.module.css';
import { FormFooter } from './FormFooter';
import { KindRow } from './KindRow';
import { PersonRow } from './PersonRow';
import { PlaceSection } from './PlaceSection';
import { PriorityNote } from './PriorityNote';
import { Questions } from './Questions';
import { SaveNote } from './SaveNote';
import { StorySection } from './StorySection';
import { TimelineSection } from './TimelineSection';
import type { DraftHandle } from './useDraft';

/** What is said: the event that is written while the caller speaks. */
export function FormPanel({ desk }: { readonly desk: Desk }) {
  const t = useWords(deskWords);
  const handle = useDraftContext();
  if (handle !== null) return <Form handle={handle} desk={desk} />;
  return (
    <Panel title={t.form.none} testId="event-form-empty">
      <Waiting desk={desk} />
    </Panel>
  );
}

function Waiting({ desk }: { readonly desk: Desk }) {
  const t = useWords(deskWords);
  const problemText = useProblemText();
  const { event } = desk;
  if (event.isError) {
    return (
      <Failed what={`${t.form.failed} ${problemText(event.error)}`} retry={() => void event.refetch()} />
    );
  }
  if (desk.eventId !== null || desk.active?.direction === 'INBOUND') return <Loading rows={8} />;
  return <Empty why={t.form.none} next={t.form.noneNext} />;
}

function Form({ handle, desk }: { readonly handle: DraftHandle; readonly desk: Desk }) {
  const words = useWords(domainWords);
  const event = handle.base;
  return (
    <Panel
      title={
        <span data-testid="event-number">
          {event.number} <span className="note">{words.eventState[event.state]}</span>
        </span>
      }
      note={<SaveNote handle={handle} />}
      actions={<PriorityNote event={event} />}
      footer={<FormFooter handle={handle} desk={desk} />}
      flush
      testId="event-form"
    >
      <div className={style['form']}>
        {handle.conflicts.length > 0 && <ConflictBar handle={handle} />}
        <KindRow handle={handle} />
        <PersonRow handle={handle} />
        <Questions handle={handle} />
        <PlaceSection handle={handle} />
        <StorySection handle={handle} />
        <TimelineSection eventId={event.id} />
      </div>
    </Panel>
  );
}
