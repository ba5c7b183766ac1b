import { useWords } from '../../i18n/language';
import style from './Reasons.module.css';
import { partsWords } from './words';

export interface ReasonLine {
  readonly sign: 'FOR' | 'AGAINST';
  readonly text: string;
}

interface ReasonsProps {
  readonly lines: readonly ReasonLine[];
  /** One under the other, or in a row that may wrap. */
  readonly stacked?: boolean;
}

/** What speaks for a choice and against it, each with its sign. */
export function Reasons({ lines, stacked = false }: ReasonsProps) {
  const t = useWords(partsWords);
  return (
    <ul className={`${style['reasons']} ${stacked ? style['stacked'] : ''}`}>
      {lines.map((line) => (
        <li key={`${line.sign}${line.text}`} className={style[line.sign]}>
          <span
            className={style['sign']}
            aria-label={line.sign === 'FOR' ? t.reasons.for : t.reasons.against}
          >
            {line.sign === 'FOR' ? '+' : '−'}
          </span>
          {line.text}
        </li>
      ))}
    </ul>
  );
}
