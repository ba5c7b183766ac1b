import { useLayoutEffect, useRef } from 'react';
import { useKeyRegistry, type KeyGroup } from './registry';

interface KeyOptions {
  readonly group: KeyGroup;
  readonly enabled?: boolean;
}

/**
 * Gives a key its meaning for as long as the component is on the page: from the moment its cap can be seen, which on a page
 * that has a map to draw is long before the effects that wait for the drawing.
 */
export function useKey(combo: string | undefined, label: string, run: () => void, options: KeyOptions): void {
  const { group, enabled = true } = options;
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  const add = useKeyRegistry((state) => state.add);
  useLayoutEffect(() => {
    if (combo === undefined) return;
    return add({ combo, label, group, enabled, run: () => latest.current() });
  }, [add, combo, label, group, enabled]);
}
