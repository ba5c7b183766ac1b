import { useWords } from '../i18n/language';
import { KeyButton } from '../keys/KeyButton';
import style from './Pager.module.css';
import { listWords } from './words';

interface PagerProps {
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly turn: (page: number) => void;
}

/** Which part of a long list is shown, and the way to the rest. */
export function Pager({ total, page, size, turn }: PagerProps) {
  const t = useWords(listWords);
  const isLong = total > size;
  const from = total === 0 ? 0 : page * size + 1;
  const to = Math.min(total, (page + 1) * size);
  return (
    <>
      <span data-testid="list-total">{t.range(from, to, total)}</span>
      <span className={style['push']} />
      {isLong && (
        <>
          <KeyButton
            label={t.before}
            combo="PageUp"
            group="list"
            small
            disabled={page === 0}
            onPress={() => turn(page - 1)}
          />
          <KeyButton
            label={t.after}
            combo="PageDown"
            group="list"
            small
            disabled={to >= total}
            onPress={() => turn(page + 1)}
          />
        </>
      )}
    </>
  );
}
