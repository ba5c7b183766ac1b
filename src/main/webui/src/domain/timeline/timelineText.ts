import type { RescueStage, TimelineEntry } from '../../api/types';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { rescueWords } from '../../rescues/words';
import { useQuestionText } from '../answerText';
import { domainWords } from '../words';
import { timelineWords } from './words';

type Facts = TimelineEntry['arguments'];

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const figure = (value: unknown): number => Number(text(value));

/** Says one line of a case's timeline. A kind this console does not know is said plainly, never by its code. */
export function useTimelineText(): (entry: TimelineEntry) => string {
  const t = useWords(timelineWords);
  const words = useWords(domainWords);
  const rescue = useWords(rescueWords);
  const format = useFormat();
  const questionText = useQuestionText();
  const names: Readonly<Record<string, string>> = t.field;
  const fieldNames = (fields: unknown) =>
    format.list(
      Object.keys(typeof fields === 'object' && fields !== null ? fields : {}).map(
        (field) => names[field] ?? questionText(field),
      ),
    );
  const blocks: Readonly<Record<string, string>> = t.blocked;
  const promises: Readonly<Record<string, string>> = rescue.promise;
  const blockText = (facts: Facts) => blocks[text(facts['reason'])] ?? t.blocked.OTHER;
  const promiseText = (facts: Facts) => promises[text(facts['promise'])] ?? rescue.promise.other;
  const whyText = (facts: Facts) =>
    text(facts['overrideReason']) === ''
      ? t.rank(text(facts['rank']))
      : t.override(text(facts['overrideReason']));
  const notesText = (facts: Facts) =>
    ['stationName', 'reason', 'note']
      .map((name) => text(facts[name]))
      .filter(Boolean)
      .map((each) => ` · ${each}`)
      .join('');
  const sayings: Readonly<Record<string, (facts: Facts) => string>> = {
    EVENT_EDITED: (facts) => t.kind.EVENT_EDITED(fieldNames(facts['fields'])),
    EVENT_CLOSED: (facts) => t.kind.EVENT_CLOSED(text(facts['reason'])),
    PRIORITY_DECIDED: (facts) =>
      t.kind.PRIORITY_DECIDED(text(facts['priority']), text(facts['version']), text(facts['row'])),
    CALL_SEPARATED: (facts) => t.kind.CALL_SEPARATED(text(facts['eventNumber'])),
    CALL_ANSWERED: (facts) => t.kind.CALL_ANSWERED(format.duration(figure(facts['waitSeconds']))),
    CALL_ENDED: (facts) => t.kind.CALL_ENDED(format.duration(figure(facts['talkSeconds']))),
    REPEAT_FLAGGED: (facts) => t.kind.REPEAT_FLAGGED(text(facts['eventNumber'])),
    RESCUE_ASSIGNED: (facts) => t.kind.RESCUE_ASSIGNED(text(facts['stationName']), whyText(facts)),
    RESCUE_ADVANCED: (facts) =>
      t.kind.RESCUE_ADVANCED(words.stage[facts['to'] as RescueStage], notesText(facts)),
    RESCUE_BLOCKED: (facts) => t.kind.RESCUE_BLOCKED(blockText(facts)),
    RESCUE_UNBLOCKED: (facts) => t.kind.RESCUE_UNBLOCKED(blockText(facts)),
    LONG_TRIP_APPROVED: (facts) => t.kind.LONG_TRIP_APPROVED(text(facts['note'])),
    PROMISE_BROKEN: (facts) => t.kind.PROMISE_BROKEN(promiseText(facts), text(facts['minutes'])),
    PLACE_DISAGREES: (facts) =>
      t.kind.PLACE_DISAGREES(
        format.distance(figure(facts['alongRoadMeters'] ?? facts['straightLineMeters'])),
      ),
  };
  const plain: Readonly<Record<string, unknown>> = t.kind;
  return ({ kind, arguments: facts }) => {
    const words = plain[kind];
    return sayings[kind]?.(facts) ?? (typeof words === 'string' ? words : t.other);
  };
}
