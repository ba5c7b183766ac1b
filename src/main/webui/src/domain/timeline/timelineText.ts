import type { TimelineEntry } from '../../api/types';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { useQuestionText } from '../answerText';
import { timelineWords } from './words';

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const figure = (value: unknown): number => Number(text(value));

/** Says one line of a case's timeline. A kind this console does not know is said plainly, never by its code. */
export function useTimelineText(): (entry: TimelineEntry) => string {
  const t = useWords(timelineWords);
  const format = useFormat();
  const questionText = useQuestionText();
  const names: Readonly<Record<string, string>> = t.field;
  const fieldNames = (fields: unknown) =>
    format.list(
      Object.keys(typeof fields === 'object' && fields !== null ? fields : {}).map(
        (field) => names[field] ?? questionText(field),
      ),
    );
  const sayings: Readonly<Record<string, (facts: TimelineEntry['arguments']) => string>> = {
    EVENT_EDITED: (facts) => t.kind.EVENT_EDITED(fieldNames(facts['fields'])),
    EVENT_CLOSED: (facts) => t.kind.EVENT_CLOSED(text(facts['reason'])),
    PRIORITY_DECIDED: (facts) =>
      t.kind.PRIORITY_DECIDED(text(facts['priority']), text(facts['version']), text(facts['row'])),
    CALL_SEPARATED: (facts) => t.kind.CALL_SEPARATED(text(facts['eventNumber'])),
    CALL_ANSWERED: (facts) => t.kind.CALL_ANSWERED(format.duration(figure(facts['waitSeconds']))),
    CALL_ENDED: (facts) => t.kind.CALL_ENDED(format.duration(figure(facts['talkSeconds']))),
    REPEAT_FLAGGED: (facts) => t.kind.REPEAT_FLAGGED(text(facts['eventNumber'])),
    PLACE_DISAGREES: (facts) => t.kind.PLACE_DISAGREES(format.distance(figure(facts['straightLineMeters']))),
  };
  const plain: Readonly<Record<string, unknown>> = t.kind;
  return ({ kind, arguments: facts }) => {
    const words = plain[kind];
    return sayings[kind]?.(facts) ?? (typeof words === 'string' ? words : t.other);
  };
}
