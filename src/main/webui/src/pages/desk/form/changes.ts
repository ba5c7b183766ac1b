import type { EventEdit, EventView, ToldPlace } from '../../../api/types';

/** A field of the form that is saved by itself; each answer is a field of its own. */
export type Field =
  | 'kind'
  | 'callerName'
  | 'callerRole'
  | 'vehicleId'
  | 'toldPlace'
  | 'placeChoice'
  | 'story'
  | `answers.${string}`;

/** What the operator changed and the service has not confirmed yet. */
export type Changes = Partial<Record<Field, unknown>>;

const ANSWER = 'answers.';

const READERS: Record<Exclude<Field, `answers.${string}`>, (event: EventView) => unknown> = {
  kind: (event) => event.kind,
  callerName: (event) => event.caller.name,
  callerRole: (event) => event.caller.role,
  vehicleId: (event) => event.vehicle?.id ?? null,
  toldPlace: (event) => event.toldPlace,
  placeChoice: (event) => event.placeChoice,
  story: (event) => event.story,
};

export function isAnswer(field: Field): field is `answers.${string}` {
  return field.startsWith(ANSWER);
}

export function valueIn(event: EventView, field: Field): unknown {
  if (isAnswer(field)) return event.answers[field.slice(ANSWER.length)] ?? '';
  return READERS[field](event);
}

/** A told place is what was said and whether it was read back; road and post are only read out of the words. */
function comparable(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value ?? '';
  const told = value as ToldPlace;
  return told.text === '' ? '' : `${told.text}\n${told.readBack}`;
}

export function isSame(one: unknown, other: unknown): boolean {
  return comparable(one) === comparable(other);
}

/** The request that carries these changes. */
export function toEdit(changes: Changes): EventEdit {
  const fields = Object.entries(changes) as [Field, unknown][];
  const answers = fields
    .filter(([field]) => isAnswer(field))
    .map(([field, value]) => [field.slice(ANSWER.length), value]);
  const plain = fields.filter(([field]) => !isAnswer(field));
  return {
    ...(Object.fromEntries(plain) as EventEdit),
    ...(answers.length === 0 ? {} : { answers: Object.fromEntries(answers) as Record<string, string> }),
  };
}

/** Fields that somebody else changed while we were changing them too, to something else than ours. */
export function conflictsBetween(
  base: EventView,
  newer: EventView,
  ours: Changes,
  sending: Changes,
): readonly Field[] {
  return (Object.keys(ours) as Field[]).filter((field) => {
    const theirs = valueIn(newer, field);
    if (isSame(theirs, valueIn(base, field)) || isSame(theirs, ours[field])) return false;
    // What is on its way comes back as "theirs"; it is ours all the same.
    return !(field in sending && isSame(theirs, sending[field]));
  });
}

/** What is left to save after `sent` was confirmed: the fields that were typed on meanwhile. */
export function without(changes: Changes, sent: Changes): Changes {
  const left = Object.entries(changes).filter(
    ([field, value]) => !(field in sent && isSame(value, sent[field as Field])),
  );
  return Object.fromEntries(left);
}
