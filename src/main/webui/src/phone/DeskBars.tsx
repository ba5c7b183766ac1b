import { WideBar } from '../design/parts/WideBar';
import { useProblemText } from '../api/useProblemText';
import { useWords } from '../i18n/language';
import { KeyButton } from '../keys/KeyButton';
import { useDeskAnswer, useDeskControls, useHasDesk, useOwnDesk } from './desk';
import { useSoftPhone } from './softPhone';
import { useKeeping } from './useDeskKeeper';
import { phoneWords } from './words';

/** What keeps calls from ringing at this page: the desk is not its own, or its phone is cut off. */
export function DeskBars() {
  const hasDesk = useHasDesk();
  return hasDesk ? <Bars /> : null;
}

function Bars() {
  const t = useWords(phoneWords);
  const problemText = useProblemText();
  const answer = useDeskAnswer().data;
  const own = useOwnDesk();
  const { lost, claimed } = useKeeping();
  const { claim } = useDeskControls();
  const { registration, problem } = useSoftPhone();
  const isMissing = lost !== null || (claimed && (own === null || own.staleAt !== null));
  if (answer !== undefined && isMissing) {
    const phone = answer.desk?.phone ?? (answer.browserPhone ? 'BROWSER' : 'DESK');
    const taken = answer.desk === null ? t.takenAway : t.elsewhere;
    const take = () =>
      claim.mutate(
        { phone, takeBack: true },
        { onSuccess: () => useKeeping.setState({ lost: null, claimed: true }) },
      );
    return (
      <WideBar
        tone="critical"
        title={t.lost}
        detail={claim.error ? problemText(claim.error) : lost === null ? taken : problemText(lost)}
        testId="desk-lost"
        action={
          <KeyButton
            label={t.takeBack}
            combo="Alt+Shift+R"
            group="call"
            small
            busy={claim.isPending}
            onPress={take}
            testId="take-desk"
          />
        }
      />
    );
  }
  if (own?.forced) {
    return (
      <WideBar
        tone="near"
        title={t.forced(own.forced.byName, own.forced.note)}
        detail={t.forcedHint}
        testId="desk-forced"
      />
    );
  }
  if (own?.phone === 'BROWSER' && (registration === 'lost' || registration === 'refused')) {
    return <WideBar tone="near" title={t.disconnected} detail={t.disconnectedDetail} testId="phone-lost" />;
  }
  return problem === null ? null : <WideBar tone="near" title={t.notTaken(problem)} testId="phone-problem" />;
}
