import type { SpotCheckView } from '../api/types';
import { useFormat } from '../i18n/format';
import { useWords } from '../i18n/language';
import style from './RingMark.module.css';
import { spotCheckWords } from './words';

/** The bar ends where the service gives up at its defaults: 40 s for a mark at 15 s. */
const SPAN_IN_MARKS = 40 / 15;

interface RingMarkProps {
  readonly check: Pick<SpotCheckView, 'ringSeconds' | 'answerWithinSeconds'>;
  readonly large?: boolean;
}

/** How long a telephone rang, with the three-ring mark on the same scale. */
export function RingMark({ check, large = false }: RingMarkProps) {
  const t = useWords(spotCheckWords);
  const format = useFormat();
  const { ringSeconds, answerWithinSeconds } = check;
  if (ringSeconds === null) return <span className="dim">{t.noRing}</span>;
  const span = Math.max(answerWithinSeconds * SPAN_IN_MARKS, ringSeconds);
  const percent = (seconds: number) => `${(100 * seconds) / span}%`;
  const isLate = ringSeconds > answerWithinSeconds;
  const rang = format.seconds(ringSeconds, 1);
  return (
    <span
      className={`${style['ring']} ${large ? style['large'] : ''}`}
      role="img"
      aria-label={t.against(rang, format.seconds(answerWithinSeconds))}
      data-late={isLate}
      data-testid="ring-mark"
    >
      <span className={style['track']}>
        <span className={style['rang']} style={{ width: percent(ringSeconds) }} />
        <span className={style['mark']} style={{ left: percent(answerWithinSeconds) }} />
      </span>
      <span className={style['figure']}>{rang}</span>
    </span>
  );
}
