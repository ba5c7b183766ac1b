import type { SpotCheckView } from '../api/types';
import { StatusTag } from '../design/parts/Tags';
import { VerdictTag } from '../domain/VerdictTag';
import { useWords } from '../i18n/language';
import { spotCheckWords } from './words';

/** How a check went, or how far it is. */
export function CheckOutcome({ check }: { readonly check: Pick<SpotCheckView, 'verdict' | 'state'> }) {
  const t = useWords(spotCheckWords);
  if (check.verdict !== null) return <VerdictTag verdict={check.verdict} />;
  return (
    <StatusTag tone="own" sign="◐">
      {check.state === 'CLAIMED' ? t.claimed : t.running}
    </StatusTag>
  );
}
