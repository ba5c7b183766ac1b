import type { ReactNode } from 'react';
import style from './SplitPage.module.css';

interface SplitPageProps {
  readonly list: ReactNode;
  readonly detail: ReactNode;
  readonly testId: string;
  /** Gives the room to the right side, where the left is but a choice of lists. */
  readonly wideDetail?: boolean;
}

/** A list at the left and what is selected in it at the right. */
export function SplitPage({ list, detail, testId, wideDetail = false }: SplitPageProps) {
  const look = wideDetail ? `${style['page'] ?? ''} ${style['wide'] ?? ''}` : style['page'];
  return (
    <div className={look} data-testid={testId}>
      {list}
      <div className={style['detail']}>{detail}</div>
    </div>
  );
}
