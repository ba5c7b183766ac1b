import type { MenuProps } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { Appearance } from '../design/appearance';
import { useAppearance } from '../design/appearance';
import { useRest } from '../design/parts/useRest';
import { useLanguageStore, useWords } from '../i18n/language';
import { LANGUAGES, type Language } from '../i18n/words';
import { signOut, useUser } from '../session/session';
import { sessionWords } from '../session/words';
import style from './AccountMenu.module.css';
import { shellWords } from './words';

/** The menu's program is fetched when the page has its answers, or with the first press. */
const ButtonMenu = lazy(() => import('../design/parts/ButtonMenu'));

const APPEARANCES: readonly Appearance[] = ['system', 'light', 'dark'];

/** Who sits here, in which language and light; and the way out. */
export function AccountMenu() {
  const t = useWords(shellWords);
  const session = useWords(sessionWords);
  const user = useUser();
  const language = useLanguageStore();
  const look = useAppearance();
  const isAtRest = useRest();
  const [isOpen, setOpen] = useState(false);
  const menu: MenuProps = {
    selectedKeys: [`language.${language.language}`, `appearance.${look.appearance}`],
    items: [
      {
        type: 'group',
        label: t.account.language,
        children: LANGUAGES.map((each) => ({ key: `language.${each}`, label: session.languages[each] })),
      },
      {
        type: 'group',
        label: t.account.appearance,
        children: APPEARANCES.map((each) => ({
          key: `appearance.${each}`,
          label: t.account.appearances[each],
        })),
      },
      { type: 'divider' },
      { key: 'signOut', label: t.account.signOut },
    ],
    onClick({ key }) {
      const [what, value] = key.split('.');
      if (what === 'language') language.choose(value as Language);
      else if (what === 'appearance') look.choose(value as Appearance);
      else void signOut();
    },
  };
  const button = (onClick?: () => void) => (
    <button
      type="button"
      className={style['account']}
      aria-label={t.bar.account}
      onClick={onClick}
      data-testid="account"
    >
      <span className={style['role']}>{user.roles.map((role) => t.roles[role]).join(' · ')}</span>
      <span className={style['name']}>{user.displayName}</span>
    </button>
  );
  const waiting = button(() => setOpen(true));
  if (!isAtRest && !isOpen) return waiting;
  return (
    <Suspense fallback={waiting}>
      <ButtonMenu menu={menu} isOpen={isOpen} setOpen={setOpen}>
        {button()}
      </ButtonMenu>
    </Suspense>
  );
}
