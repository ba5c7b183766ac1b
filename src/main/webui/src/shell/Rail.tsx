import { NavLink } from 'react-router';
import { Key } from '../design/parts/Key';
import { useWords } from '../i18n/language';
import { useUser } from '../session/session';
import { ICONS } from './icons';
import style from './Rail.module.css';
import { sectionsFor } from './sections';
import { shellWords } from './words';

export function Rail({ openKeys }: { readonly openKeys: () => void }) {
  const t = useWords(shellWords);
  const sections = sectionsFor(useUser());
  return (
    <nav className={style['rail']} aria-label={t.navigation}>
      {sections.map((section) => (
        <NavLink
          key={section.name}
          to={section.path}
          className={({ isActive }) => `${style['item']} ${isActive ? style['active'] : ''}`}
          data-testid={`nav-${section.name}`}
        >
          {ICONS[section.name]}
          <span>{t.sections[section.name]}</span>
        </NavLink>
      ))}
      <button
        type="button"
        className={`${style['item']} ${style['keys']}`}
        onClick={openKeys}
        data-testid="open-keys"
      >
        <Key combo="?" />
        <span>{t.bar.keys}</span>
      </button>
    </nav>
  );
}
