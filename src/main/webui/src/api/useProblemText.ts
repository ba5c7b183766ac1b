import { useWords } from '../i18n/language';
import { Problem } from './problem';
import { problemWords } from './words';

/** A failure as a sentence: the service's own words where it has some, ours where it was silent. */
export function useProblemText(): (error: unknown) => string {
  const t = useWords(problemWords);
  return (error) => {
    if (!(error instanceof Problem)) return t.OFFLINE;
    const sentence = error.message === '' ? t[error.kind] : error.message;
    // A refusal for one field often is that field's own sentence.
    const fields = error.fields
      .map((field) => field.message)
      .filter((message) => message !== sentence)
      .join(' · ');
    const trace = error.kind === 'BUG' && error.traceId !== null ? ` ${t.trace(error.traceId)}` : '';
    return [sentence, fields].filter(Boolean).join(' ') + trace;
  };
}
