import type { MenuChoice } from '../api/types';
import { StatusTag, type Tone } from '../design/parts/Tags';
import { domainWords } from '../domain/words';
import { useWords } from '../i18n/language';

/** Whoever pressed nothing may be in distress, and so may whoever asked for a rescue. */
const TONES: Record<MenuChoice, Tone> = {
  RESCUE: 'critical',
  SERVICE: 'neutral',
  COMPLAINT: 'near',
  NONE: 'near',
};

/** What the caller said in the menu the call is about; nothing for whoever was not asked. */
export function Choice({ choice }: { readonly choice: MenuChoice | null }) {
  const t = useWords(domainWords);
  if (choice === null) return null;
  return (
    <span data-testid="menu-choice" data-choice={choice}>
      <StatusTag tone={TONES[choice]}>{t.choice[choice]}</StatusTag>
    </span>
  );
}
