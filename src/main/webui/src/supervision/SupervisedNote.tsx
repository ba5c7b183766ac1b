import { useWords } from '../i18n/language';
import { useSupervisions } from './queries';
import { supervisionWords } from './words';

/** Tells the operator that a supervisor is in the call, and how. Nothing while nobody is. */
export function SupervisedNote({ callId }: { readonly callId: string }) {
  const t = useWords(supervisionWords);
  const present = (useSupervisions(callId).data ?? []).filter((each) => each.endedAt === null);
  return present.map((each) => (
    <p key={each.id} role="status" className="note" data-testid="supervised">
      {t.inCall(each.supervisorName, t.modes[each.mode])}
    </p>
  ));
}
