import type { ReactNode } from 'react';
import style from './WideBar.module.css';

interface WideBarProps {
  readonly tone: 'near' | 'critical';
  /** One sentence: what is wrong. */
  readonly title: string;
  /** Who must act and what happens next. */
  readonly detail?: string;
  readonly action?: ReactNode;
  readonly testId?: string;
}

/** A wide failure: one bar, one sentence, one key. Work goes on beneath it. */
export function WideBar({ tone, title, detail, action, testId }: WideBarProps) {
  return (
    <div className={`${style['bar']} ${style[tone]}`} role="alert" data-testid={testId}>
      <span className={style['sign']} aria-hidden="true">
        ▲
      </span>
      <div className={style['words']}>
        <strong>{title}</strong>
        {detail !== undefined && <span>{detail}</span>}
      </div>
      {action}
    </div>
  );
}
