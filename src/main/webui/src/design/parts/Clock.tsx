import { clockFigure, useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { secondsSince, useNow } from '../../time/now';
import { URGENCY_SIGN, urgencyOf, waitingUrgency, type Urgency } from './urgency';
import style from './Clock.module.css';
import { partsWords } from './words';

interface FaceProps {
  readonly urgency: Urgency;
  readonly text: string;
  readonly spoken: string;
  /** Share of the draining bar that is left, 0…1; no bar when absent. */
  readonly share?: number;
  readonly size?: 'row' | 'large' | 'wall';
}

function Face({ urgency, text, spoken, share, size = 'row' }: FaceProps) {
  return (
    <span
      className={`${style['clock']} ${style[urgency]} ${style[size]}`}
      role="timer"
      aria-label={spoken}
      data-urgency={urgency}
    >
      <span className={style['figure']}>
        {URGENCY_SIGN[urgency] && <span className={style['sign']}>{URGENCY_SIGN[urgency]}</span>}
        {text}
      </span>
      {share !== undefined && (
        <span className={style['bar']}>
          <span style={{ width: `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%` }} />
        </span>
      )}
    </span>
  );
}

interface RemainingProps {
  readonly dueAt: string;
  /** When the promise began to run; gives the bar and the share. */
  readonly startedAt?: string | null;
  readonly size?: 'row' | 'large' | 'wall';
}

/** Time left until a promise breaks; counts up, filled and with a plus sign, once it is broken. */
export function Clock({ dueAt, startedAt = null, size = 'row' }: RemainingProps) {
  const t = useWords(partsWords);
  const format = useFormat();
  const left = (Date.parse(dueAt) - useNow()) / 1000;
  const span = startedAt === null ? null : (Date.parse(dueAt) - Date.parse(startedAt)) / 1000;
  const urgency = urgencyOf(left, span);
  const figure = clockFigure(left);
  const spoken = left < 0 ? t.clock.over(format.duration(-left)) : t.clock.left(format.duration(left));
  const bar = span === null || span <= 0 ? {} : { share: left < 0 ? 1 : left / span };
  return (
    <Face urgency={urgency} text={left < 0 ? `+${figure}` : figure} spoken={spoken} size={size} {...bar} />
  );
}

interface SinceProps {
  readonly since: string;
  readonly size?: 'row' | 'large' | 'wall';
}

/** How long a caller has been waiting: amber past 15 s, red past 60 s. */
export function WaitingClock({ since, size = 'row' }: SinceProps) {
  const t = useWords(partsWords);
  const format = useFormat();
  const seconds = secondsSince(since, useNow());
  const spoken = t.clock.waiting(format.duration(seconds));
  return <Face urgency={waitingUrgency(seconds)} text={clockFigure(seconds)} spoken={spoken} size={size} />;
}

/** Plain elapsed time, such as the length of a call. */
export function ElapsedClock({ since, size = 'row' }: SinceProps) {
  const t = useWords(partsWords);
  const format = useFormat();
  const seconds = secondsSince(since, useNow());
  return (
    <Face
      urgency="plain"
      text={clockFigure(seconds)}
      spoken={t.clock.elapsed(format.duration(seconds))}
      size={size}
    />
  );
}
