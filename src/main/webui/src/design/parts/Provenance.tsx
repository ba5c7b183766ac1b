import { useWords } from '../../i18n/language';
import style from './Provenance.module.css';
import { partsWords } from './words';

/** How a thing is known. A told thing keeps its mark until it is confirmed. */
export type ProvenanceKind = 'MEASURED' | 'TOLD' | 'ESTIMATED' | 'PROVEN';

const SIGN: Record<ProvenanceKind, string> = { MEASURED: '●', TOLD: '“', ESTIMATED: '≈', PROVEN: '✓' };

export function Provenance({ kind }: { readonly kind: ProvenanceKind }) {
  const t = useWords(partsWords);
  return (
    <span className={`${style['mark']} ${style[kind]}`}>
      <span aria-hidden="true">{SIGN[kind]}</span> {t.provenance[kind]}
    </span>
  );
}
