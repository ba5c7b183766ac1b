import type { ReactNode } from 'react';
import style from './Facts.module.css';

interface FactsProps {
  readonly rows: readonly (readonly [name: string, value: ReactNode])[];
}

/** Names and values under each other; what is not known is left out. */
export function Facts({ rows }: FactsProps) {
  return (
    <dl className={style['facts']}>
      {rows
        .filter(([, value]) => value !== null && value !== undefined && value !== false && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
