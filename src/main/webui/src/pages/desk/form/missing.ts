import type { EventKind, ToldPlace } from '../../../api/types';
import { useQuestions } from '../../../domain/eventQueries';
import { useWords } from '../../../i18n/language';
import { deskWords } from '../words';
import { useQuestionText } from '../../../domain/answerText';
import type { DraftHandle } from './useDraft';

/** At most so many names; the rest is a number. */
const NAMED = 3;

/** What a dispatcher would still ask for. Nothing of it keeps anybody from asking for help at once. */
export function useMissing(handle: DraftHandle): readonly string[] {
  const t = useWords(deskWords);
  const questionText = useQuestionText();
  const kind = handle.draft.value('kind') as EventKind | null;
  const questions = useQuestions(kind).data ?? [];
  if (kind === null) return [t.form.kinds];
  const open = questions
    .filter((question) => question.type === 'CHOICE' && handle.draft.value(`answers.${question.code}`) === '')
    .map((question) => questionText(question.code));
  const isRoadside = kind === 'EMERGENCY_RESCUE' || kind === 'REPAIR_REQUEST';
  const told = handle.draft.value('toldPlace') as ToldPlace | null;
  const others = [
    isRoadside && told === null && handle.base.fix === null && t.form.missingPlace,
    isRoadside && handle.draft.value('vehicleId') === null && t.form.missingVehicle,
    (handle.draft.value('story') as string).trim() === '' && t.form.missingStory,
  ].filter((each) => each !== false);
  const named = open.length > NAMED ? [...open.slice(0, NAMED), `+${open.length - NAMED}`] : open;
  return [...others, ...named];
}
