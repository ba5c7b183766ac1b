import { Key } from '../design/parts/Key';
import { useWords } from '../i18n/language';
import { useKeyRegistry, type KeyBinding, type KeyGroup } from '../keys/registry';
import { keysWords } from '../keys/words';
import style from './KeySheet.module.css';
import { Overlay } from './Overlay';

const GROUPS: readonly KeyGroup[] = ['call', 'desk', 'board', 'supervisor', 'list', 'anywhere'];

/** A group with more keys than this is set in two columns. */
const LONG = 8;

/** One line per key; where several claim it, the one that would act. */
function rowsOf(bindings: readonly KeyBinding[], group: KeyGroup): readonly KeyBinding[] {
  const byCombo = new Map(
    bindings.filter((binding) => binding.group === group).map((each) => [each.combo, each]),
  );
  return [...byCombo.values()];
}

/** Every key that works on this page, as the page itself has registered them. */
export function KeySheet({ close }: { readonly close: () => void }) {
  const t = useWords(keysWords);
  const bindings = useKeyRegistry((state) => state.bindings);
  return (
    <Overlay label={t.title} close={close} testId="key-sheet">
      <header className={style['header']}>
        <h2>{t.title}</h2>
        <p className="note">{t.hint}</p>
      </header>
      <div className={style['groups']}>
        {GROUPS.map((group) => ({ group, rows: rowsOf(bindings, group) }))
          .filter(({ rows }) => rows.length > 0)
          .map(({ group, rows }) => (
            <section key={group} className={rows.length > LONG ? style['long'] : undefined}>
              <h3>{t.groups[group]}</h3>
              <ul>
                {rows.map((row) => (
                  <li key={row.combo}>
                    <Key combo={row.combo} />
                    <span>{row.label}</span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
    </Overlay>
  );
}
