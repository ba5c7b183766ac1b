import type { ReactNode } from 'react';
import style from './SplitPage.module.css';

interface SplitPageProps {
  readonly list: ReactNode;
  readonly detail: ReactNode;
  readonly testId: string;
}

/** A list at the left and what is selected in it at the right. */
export function SplitPage({ list, detail, testId }: SplitPageProps) {
  return (
    <div className={style['page']} data-testid={testId}>
      {list}
      <div className={style['detail']}>{detail}</div>
    </div>
  );
}
