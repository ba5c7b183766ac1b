import { useNavigate } from 'react-router';
import { useProblemText } from '../api/useProblemText';
import type { CallView, CallerCard } from '../api/types';
import { useMyCalls } from '../calls/calls';
import { useCallControls } from '../calls/useCallControls';
import { useCallerCard } from '../calls/callerCard';
import { Choice } from '../calls/Choice';
import { Age } from '../design/parts/Age';
import { WaitingClock } from '../design/parts/Clock';
import { phoneText } from '../domain/phone';
import { useFormat } from '../i18n/format';
import { useWords } from '../i18n/language';
import { KeyButton } from '../keys/KeyButton';
import { answer as answerHere, useSoftPhone } from '../phone/softPhone';
import { phoneWords } from '../phone/words';
import { ICONS } from './icons';
import style from './RingBar.module.css';
import { shellWords } from './words';

/** The telephone of this desk rings: on every page, with what is known of the caller before anybody says hello. */
export function RingBar() {
  const { active, ringing } = useMyCalls();
  const { line, number } = useSoftPhone();
  if (ringing !== null && active === null) return <Ringing call={ringing} />;
  // The exchange rings this page though the service has not told of the call: it is away, or a moment late.
  return line === 'ringing' && active === null ? <RingingUntold number={number} /> : null;
}

/** All that the exchange itself says of a caller. */
function RingingUntold({ number }: { readonly number: string | null }) {
  const t = useWords(shellWords);
  const words = useWords(phoneWords);
  return (
    <div className={style['bar']} role="alert" data-testid="call-bar-untold">
      <span className={style['icon']}>{ICONS.phone}</span>
      <div className={style['words']}>
        <span className={style['number']}>{number === null ? t.ring.hidden : phoneText(number)}</span>
        <span className="note">{words.phones.BROWSER}</span>
      </div>
      <KeyButton
        label={t.ring.answer}
        combo="F2"
        group="call"
        kind="primary"
        onPress={answerHere}
        testId="answer-untold"
      />
    </div>
  );
}

function Ringing({ call }: { readonly call: CallView }) {
  const t = useWords(shellWords);
  const problemText = useProblemText();
  const navigate = useNavigate();
  const { answer, error } = useCallControls();
  const card = useCallerCard(call.id).data;
  const press = () => {
    void navigate('/desk');
    answer.mutate(call);
  };
  return (
    <div className={style['bar']} role="alert" data-testid="call-bar">
      <span className={style['icon']}>{ICONS.phone}</span>
      <div className={style['words']}>
        <div className={style['first']}>
          <span className={style['number']} data-testid="ringing-number">
            {call.callerNumber === null ? t.ring.hidden : phoneText(call.callerNumber)}
          </span>
          <span className="note">{call.dialedNumber === null ? '' : phoneText(call.dialedNumber)}</span>
          <Choice choice={call.choice} />
          <WaitingClock since={call.offeredAt} />
        </div>
        {card && <Known card={card} />}
        {error !== null && <span className="critical">{problemText(error)}</span>}
      </div>
      <KeyButton
        label={t.ring.answer}
        combo="F2"
        group="call"
        kind="primary"
        busy={answer.isPending}
        onPress={press}
        testId="answer"
      />
    </div>
  );
}

function Known({ card }: { readonly card: CallerCard }) {
  const t = useWords(shellWords);
  const format = useFormat();
  const likely = card.vehicles.find((each) => each.likely) ?? card.vehicles[0];
  const first = card.nearest?.candidates[0];
  const facts = [
    card.name ?? (card.known ? null : t.ring.unknown),
    t.ring.trucks(card.vehicles.length),
    t.ring.open(card.openEvents.length),
    likely?.vehicle.plate,
  ];
  return (
    <div className={style['known']}>
      <span>{facts.filter(Boolean).join(' · ')}</span>
      {likely && <Age at={likely.position?.fixedAt ?? null} label={t.ring.fix} />}
      {first && (
        <span>
          {t.ring.first(first.station.name)} ≈{' '}
          {format.minutesRange(first.etaLowMinutes, first.etaHighMinutes)}
        </span>
      )}
    </div>
  );
}
