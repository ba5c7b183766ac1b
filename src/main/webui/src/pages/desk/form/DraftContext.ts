import { createContext, useContext } from 'react';
import type { DraftHandle } from './useDraft';

/** The draft of the event on the desk, for parts outside of the form that change a field of it. */
export const DraftContext = createContext<DraftHandle | null>(null);

export function useDraftContext(): DraftHandle | null {
  return useContext(DraftContext);
}
