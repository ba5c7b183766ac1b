import { domainWords } from './words';
import { useWords } from '../i18n/language';

/** The words of an answer, such as `shoulder`; for a text question the answer itself. */
export function useAnswerText(): (code: string, value: string) => string {
  const words = useWords(domainWords);
  const answers: Readonly<Record<string, Readonly<Record<string, string>>>> = words.answer;
  return (code, value) => answers[code]?.[value] ?? value;
}

/** The words of a question. */
export function useQuestionText(): (code: string) => string {
  const questions: Readonly<Record<string, string>> = useWords(domainWords).question;
  return (code) => questions[code] ?? code;
}
