import { useEffect, useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useWords } from '../../i18n/language';
import style from './States.module.css';
import { partsWords } from './words';

interface EmptyProps {
  /** Why there is nothing. */
  readonly why: string;
  /** What can be done about it, or what happens next. */
  readonly next?: ReactNode;
}

/** Nothing here: says why and what next. */
export function Empty({ why, next }: EmptyProps) {
  return (
    <div className={style['state']} data-testid="empty">
      <p className={style['why']}>{why}</p>
      {next !== undefined && <div className="note">{next}</div>}
    </div>
  );
}

/** Nothing for 300 ms, then the shape of what is coming; a flash of grey helps nobody. */
export function Loading({ rows = 3 }: { readonly rows?: number }) {
  const t = useWords(partsWords);
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={style['loading']} role="status" aria-label={t.state.loading}>
      {isLate && Array.from({ length: rows }, (_, row) => <span key={row} className={style['bone']} />)}
    </div>
  );
}

interface FailedProps {
  /** What failed, in a sentence a person can act on. */
  readonly what: string;
  /** What is used instead meanwhile. */
  readonly instead?: string;
  readonly retry?: () => void;
}

/** Tells what failed and offers another try; whatever was on the screen stays there. */
export function Failed({ what, instead, retry }: FailedProps) {
  const t = useWords(partsWords);
  return (
    <div className={style['failed']} role="alert">
      <p>
        <span aria-hidden="true">■ </span>
        {what}
      </p>
      {instead !== undefined && <p className="note">{instead}</p>}
      {retry && (
        <Button size="small" onClick={retry}>
          {t.state.retry}
        </Button>
      )}
    </div>
  );
}
