import { useEffect, useRef } from 'react';
import { useKeyRegistry, type KeyGroup } from './registry';

interface KeyOptions {
  readonly group: KeyGroup;
  readonly enabled?: boolean;
}

/** Gives a key its meaning for as long as the component is on the page. */
export function useKey(combo: string | undefined, label: string, run: () => void, options: KeyOptions): void {
  const { group, enabled = true } = options;
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const add = useKeyRegistry((state) => state.add);
  useEffect(() => {
    if (combo === undefined) return;
    return add({ combo, label, group, enabled, run: () => latest.current() });
  }, [add, combo, label, group, enabled]);
}
