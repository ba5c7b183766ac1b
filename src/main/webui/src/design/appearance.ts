import { useSyncExternalStore } from 'react';
import { create } from 'zustand';

/** What the person chose: the system's habit, or one of the two for good. */
export type Appearance = 'system' | 'light' | 'dark';

const STORAGE_KEY = 'rescueline.appearance';
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

function remembered(): Appearance {
  const value = localStorage.getItem(STORAGE_KEY);
  return value === 'light' || value === 'dark' ? value : 'system';
}

interface AppearanceState {
  readonly appearance: Appearance;
  readonly choose: (appearance: Appearance) => void;
}

export const useAppearance = create<AppearanceState>((set) => ({
  appearance: remembered(),
  choose(appearance) {
    if (appearance === 'system') localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, appearance);
    set({ appearance });
  },
}));

function watchSystem(changed: () => void): () => void {
  systemIsDark.addEventListener('change', changed);
  return () => systemIsDark.removeEventListener('change', changed);
}

/** Whether the dark twin of the colours is on now. */
export function useDark(): boolean {
  const appearance = useAppearance((state) => state.appearance);
  const system = useSyncExternalStore(watchSystem, () => systemIsDark.matches);
  return appearance === 'system' ? system : appearance === 'dark';
}
