import { useWords } from '../i18n/language';
import { useKey } from './useKey';
import { keysWords } from './words';

interface ListKeys<T> {
  readonly items: readonly T[];
  readonly selected: number;
  readonly select: (index: number) => void;
  readonly open?: (item: T) => void;
  readonly enabled?: boolean;
}

/** J and K, and the arrows, walk a list; Enter opens. The selection stays inside the list. */
export function useListKeys<T>({ items, selected, select, open, enabled = true }: ListKeys<T>): void {
  const t = useWords(keysWords);
  const step = (by: number) => {
    if (items.length > 0) select(Math.min(items.length - 1, Math.max(0, selected + by)));
  };
  const list = { group: 'list', enabled } as const;
  useKey('J', t.next, () => step(1), list);
  useKey('K', t.previous, () => step(-1), list);
  useKey('ArrowDown', t.next, () => step(1), list);
  useKey('ArrowUp', t.previous, () => step(-1), list);
  const current = items[selected];
  useKey('Enter', t.open, () => current !== undefined && open?.(current), {
    group: 'list',
    enabled: enabled && open !== undefined && current !== undefined,
  });
}
