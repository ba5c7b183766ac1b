import { Problem } from '../../../api/problem';
import { useProblemText } from '../../../api/useProblemText';
import { useFormat } from '../../../i18n/format';
import { useWords } from '../../../i18n/language';
import { useNow } from '../../../time/now';
import { deskWords } from '../words';
import type { DraftHandle } from './useDraft';

/** Whether what was typed is safe. */
export function SaveNote({ handle }: { readonly handle: DraftHandle }) {
  return <span data-testid="save-note">{useSaveWords(handle)}</span>;
}

function useSaveWords(handle: DraftHandle) {
  const t = useWords(deskWords);
  const format = useFormat();
  const problemText = useProblemText();
  const now = useNow();
  const { failure, isSaving, savedAt, changes } = handle;
  if (failure !== null) {
    const isPassing = failure instanceof Problem && ['OFFLINE', 'UPSTREAM'].includes(failure.kind);
    const words = isPassing ? t.form.keptHere : `${t.form.refused} ${problemText(failure)}`;
    return (
      <span className="critical" role="alert">
        ■ {words}
      </span>
    );
  }
  if (isSaving) return t.form.saving;
  if (Object.keys(changes).length > 0) return t.form.unsaved;
  return savedAt === null ? null : t.form.savedAgo(format.ago((now - savedAt) / 1000));
}
