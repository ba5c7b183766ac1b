import { useNavigate } from 'react-router';
import { useAppearance, type Appearance } from '../design/appearance';
import { useLanguageStore, useWords } from '../i18n/language';
import { LANGUAGES } from '../i18n/words';
import { signOut, useUser } from '../session/session';
import { sessionWords } from '../session/words';
import { sectionsFor } from './sections';
import { shellWords } from './words';

interface Command {
  readonly id: string;
  readonly title: string;
  readonly run: () => void;
}

/** What can be done from anywhere without a mouse. */
export function useCommands(): readonly Command[] {
  const t = useWords(shellWords);
  const session = useWords(sessionWords);
  const navigate = useNavigate();
  const user = useUser();
  const language = useLanguageStore();
  const look = useAppearance();
  const pages = sectionsFor(user).map((section) => ({
    id: `go-${section.name}`,
    title: t.palette.goTo(t.sections[section.name]),
    run: () => void navigate(section.path),
  }));
  const languages = LANGUAGES.filter((each) => each !== language.language).map((each) => ({
    id: `language-${each}`,
    title: t.palette.language(session.languages[each]),
    run: () => language.choose(each),
  }));
  const looks = (['system', 'light', 'dark'] satisfies Appearance[])
    .filter((each) => each !== look.appearance)
    .map((each) => ({
      id: `appearance-${each}`,
      title: t.palette.appearance(t.account.appearances[each]),
      run: () => look.choose(each),
    }));
  return [
    ...pages,
    ...languages,
    ...looks,
    { id: 'sign-out', title: t.account.signOut, run: () => void signOut() },
  ];
}
