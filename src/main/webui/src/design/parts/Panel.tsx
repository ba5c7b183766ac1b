import type { CSSProperties, ReactNode } from 'react';
import style from './Panel.module.css';

interface PanelProps {
  readonly title: ReactNode;
  /** Beside the title: counts, ages, notes. */
  readonly note?: ReactNode;
  /** At the right end of the header: actions with their keys. */
  readonly actions?: ReactNode;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
  /** Without padding, for lists, tables and maps that reach the edge. */
  readonly flush?: boolean;
  /** The body may scroll by itself; the page never does. */
  readonly scroll?: boolean;
  readonly own?: boolean;
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
  readonly testId?: string;
  readonly label?: string;
}

/** A sheet with a header line; a line separates, never a shadow. */
export function Panel(props: PanelProps) {
  const body = [style['body'], props.flush && style['flush'], props.scroll && style['scroll']];
  return (
    <section
      className={[style['panel'], props.own && style['own'], props.className].filter(Boolean).join(' ')}
      style={props.style}
      data-testid={props.testId}
      aria-label={props.label ?? (typeof props.title === 'string' ? props.title : undefined)}
    >
      <header className={style['header']}>
        <h2 className={style['title']}>{props.title}</h2>
        {props.note !== undefined && <div className={style['note']}>{props.note}</div>}
        {props.actions !== undefined && <div className={style['actions']}>{props.actions}</div>}
      </header>
      <div className={body.filter(Boolean).join(' ')}>{props.children}</div>
      {props.footer !== undefined && <footer className={style['footer']}>{props.footer}</footer>}
    </section>
  );
}
