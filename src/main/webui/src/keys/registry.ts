import { create } from 'zustand';
import { belongsToControl, comboOf, isTyping, worksWhileTyping } from './combo';

/** Where a key is listed on the sheet of all keys. */
export type KeyGroup = 'anywhere' | 'call' | 'desk' | 'list' | 'board' | 'supervisor';

export interface KeyBinding {
  readonly combo: string;
  readonly label: string;
  readonly group: KeyGroup;
  readonly run: () => void;
  /** A key that can do nothing now stays on the sheet but is passed over. */
  readonly enabled: boolean;
}

interface Registry {
  /** In order of registration; the last one that is enabled wins. */
  readonly bindings: readonly KeyBinding[];
  readonly add: (binding: KeyBinding) => () => void;
}

/** All keys that work on the page right now; the sheet behind `?` is drawn from it. */
export const useKeyRegistry = create<Registry>((set) => ({
  bindings: [],
  add(binding) {
    set((state) => ({ bindings: [...state.bindings, binding] }));
    return () => set((state) => ({ bindings: state.bindings.filter((other) => other !== binding) }));
  },
}));

function bindingFor(combo: string): KeyBinding | undefined {
  return useKeyRegistry.getState().bindings.findLast((binding) => binding.enabled && binding.combo === combo);
}

/** Acts on a key stroke if somebody claimed it. Single letters belong to the text while somebody types. */
export function handleStroke(event: KeyboardEvent): void {
  const combo = comboOf(event);
  if (combo === null || event.defaultPrevented) return;
  if (isTyping(event.target) && !worksWhileTyping(combo)) return;
  if (belongsToControl(event.target, combo)) return;
  const binding = bindingFor(combo);
  if (binding === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  if (!event.repeat || binding.group === 'list') binding.run();
}

/** Listens for the whole page. Returns what stops it. */
export function listenForKeys(): () => void {
  window.addEventListener('keydown', handleStroke);
  return () => window.removeEventListener('keydown', handleStroke);
}
