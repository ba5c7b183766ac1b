import type { ReactNode } from 'react';
import { useWords } from '../../i18n/language';
import style from './Tags.module.css';
import { partsWords } from './words';

export type PriorityLevel = 'P1' | 'P2' | 'P3' | 'P4';

/** P1 filled, P2 red outline, P3 amber outline, P4 grey outline; the letter is always written. */
export function PriorityTag({ level }: { readonly level: PriorityLevel }) {
  const t = useWords(partsWords);
  return (
    <span className={`${style['priority']} ${style[level]}`} aria-label={t.priority(level)}>
      {level}
    </span>
  );
}

export type Tone = 'neutral' | 'own' | 'met' | 'near' | 'critical' | 'broken' | 'stale';

const SIGN: Record<Tone, string> = {
  neutral: '',
  own: '',
  met: '●',
  near: '△',
  critical: '■',
  broken: '!',
  stale: '◌',
};

interface StatusTagProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  /** Another sign than the tone's own, for a status that has its own shape. */
  readonly sign?: string;
}

/** A status in a word, with a sign and a tint. */
export function StatusTag({ tone, children, sign = SIGN[tone] }: StatusTagProps) {
  return (
    <span className={`${style['status']} ${style[tone]}`}>
      {sign && <span aria-hidden="true">{sign}</span>}
      {children}
    </span>
  );
}

/** A count beside a title. */
export function Count({ value, tone = 'neutral' }: { readonly value: number; readonly tone?: Tone }) {
  return <span className={`${style['count']} ${style[tone]}`}>{value}</span>;
}
