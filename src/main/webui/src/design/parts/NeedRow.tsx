import { useEffect, useRef, type ReactNode } from 'react';
import style from './NeedRow.module.css';

interface NeedRowProps {
  /** Before the title: priority or rank. */
  readonly lead?: ReactNode;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** At the right: the clock above, the verb with its key below. */
  readonly clock?: ReactNode;
  readonly verb?: ReactNode;
  readonly selected?: boolean;
  readonly onSelect?: () => void;
  readonly testId?: string;
}

/** A row of something that needs a hand: what, how long, and the one verb for it. */
export function NeedRow(props: NeedRowProps) {
  const row = useRef<HTMLDivElement>(null);
  const isSelected = props.selected ?? false;
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  return (
    <div
      ref={row}
      role="option"
      aria-selected={isSelected}
      tabIndex={-1}
      className={`${style['row']} ${isSelected ? style['selected'] : ''}`}
      data-testid={props.testId}
      onClick={props.onSelect}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) props.onSelect?.();
      }}
    >
      <div className={style['text']}>
        <div className={style['title']}>
          {props.lead}
          <span className="truncate">{props.title}</span>
        </div>
        {props.detail !== undefined && <div className={style['detail']}>{props.detail}</div>}
      </div>
      <div className={style['side']}>
        {props.clock}
        {props.verb}
      </div>
    </div>
  );
}
