import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { secondsSince, useNow } from '../../time/now';
import style from './Age.module.css';
import { freshnessOf } from './freshness';
import { partsWords } from './words';

interface AgeProps {
  /** When the thing was last known; null when it was never known. */
  readonly at: string | null;
  /** A short name of the source before the age, such as "telephony". */
  readonly label?: string;
  /** Seconds after which this source is no longer fresh, and no longer usable. */
  readonly freshFor?: number;
  readonly usableFor?: number;
}

/** How old a value is, as a dot and in words. Every number on the page that can age has one. */
export function Age({ at, label, freshFor, usableFor }: AgeProps) {
  const t = useWords(partsWords);
  const format = useFormat();
  const now = useNow();
  const seconds = at === null ? null : secondsSince(at, now);
  const freshness = seconds === null ? 'stale' : freshnessOf(seconds, freshFor, usableFor);
  const words = seconds === null ? t.age.never : format.ago(seconds);
  return (
    <span
      className={style['age']}
      data-freshness={freshness}
      title={at === null ? undefined : format.timeOfDay(at)}
    >
      <span className={`${style['dot']} ${style[freshness]}`} aria-hidden="true" />
      {label && <span>{label} </span>}
      {words}
      {seconds !== null && freshness === 'stale' && ` ${t.age.stale}`}
    </span>
  );
}
