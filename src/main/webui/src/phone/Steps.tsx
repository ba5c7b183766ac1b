import { phoneText } from '../domain/phone';
import { useFormat } from '../i18n/format';
import { useWords } from '../i18n/language';
import style from './PhoneSheet.module.css';
import { useCallSteps } from './useCallKeys';
import { phoneWords } from './words';

/** What was done with a call beyond what its legs tell, the oldest first. */
export function Steps({ callId }: { readonly callId: string }) {
  const t = useWords(phoneWords);
  const format = useFormat();
  const steps = useCallSteps(callId).data ?? [];
  return (
    <ol className={style['list']} data-testid="call-steps">
      {steps.map((step) => (
        <li key={step.id} data-kind={step.kind}>
          <time dateTime={step.at}>{format.timeOfDay(step.at)}</time> {step.extension}{' '}
          <strong>{t.step[step.kind]}</strong>{' '}
          {step.target !== null && step.kind !== 'TAKEN_OVER' && phoneText(step.target)}{' '}
          <span className="note">{[step.actorName, step.reason].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ol>
  );
}
