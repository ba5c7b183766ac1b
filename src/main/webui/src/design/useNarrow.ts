import { useSyncExternalStore } from 'react';

/** The same width at which the style sheets give up air. */
const narrow = matchMedia('(max-width: 1500px)');

function watch(changed: () => void): () => void {
  narrow.addEventListener('change', changed);
  return () => narrow.removeEventListener('change', changed);
}

/** Whether this is a small screen, such as 1280×800. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watch, () => narrow.matches);
}
