import type { SpotCheckVerdict } from '../api/types';
import { StatusTag, type Tone } from '../design/parts/Tags';
import { useWords } from '../i18n/language';
import { domainWords } from './words';

const LOOKS: Record<SpotCheckVerdict, readonly [tone: Tone, sign: string]> = {
  ANSWERED_IN_TIME: ['met', '●'],
  ANSWERED_LATE: ['near', '◐'],
  NO_ANSWER: ['critical', '■'],
  BUSY: ['critical', '■'],
  UNREACHABLE: ['critical', '■'],
  // A fault of our own line is never the station's.
  OUR_LINE_FAILED: ['stale', '×'],
};

/** How a call to a duty phone went. */
export function VerdictTag({ verdict }: { readonly verdict: SpotCheckVerdict }) {
  const words = useWords(domainWords);
  const [tone, sign] = LOOKS[verdict];
  return (
    <StatusTag tone={tone} sign={sign}>
      {words.verdict[verdict]}
    </StatusTag>
  );
}
