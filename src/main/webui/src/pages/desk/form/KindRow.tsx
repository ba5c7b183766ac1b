import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { EVENT_KINDS, type EventKind } from '../../../api/types';
import { Key } from '../../../design/parts/Key';
import { useNarrow } from '../../../design/useNarrow';
import { domainWords } from '../../../domain/words';
import { useLanguage, useWords } from '../../../i18n/language';
import type { Language } from '../../../i18n/words';
import { useKey } from '../../../keys/useKey';
import { deskWords } from '../words';
import style from './KindRow.module.css';
import { focusFirstOpenQuestion } from './Questions';
import type { DraftHandle } from './useDraft';

/** Kinds with a key of their own, on every screen; how many of them are also seen depends on the room. */
const KEYED = 6;

function roomFor(isNarrow: boolean, language: Language): number {
  if (isNarrow) return 4;
  return language === 'en' ? 5 : KEYED;
}

/** Alt with a figure chooses the kind, also while typing; Alt 0 opens the rest. */
export function KindRow({ handle }: { readonly handle: DraftHandle }) {
  const t = useWords(deskWords);
  const words = useWords(domainWords);
  const isNarrow = useNarrow();
  const [isOpen, setOpen] = useState(false);
  const language = useLanguage();
  const shown = EVENT_KINDS.slice(0, roomFor(isNarrow, language));
  const rest = EVENT_KINDS.slice(shown.length);
  const chosen = handle.draft.value('kind') as EventKind | null;
  const isReadOnly = handle.base.state === 'CLOSED';
  const choose = (kind: EventKind) => {
    handle.draft.change('kind', kind);
    setOpen(false);
    focusFirstOpenQuestion();
  };
  useKey('Alt+0', t.form.more, () => setOpen((open) => !open), { group: 'desk', enabled: !isReadOnly });
  return (
    <div className={style['row']} role="radiogroup" aria-label={t.form.kinds}>
      <span className="note">Alt+</span>
      {EVENT_KINDS.slice(0, KEYED).map((kind, index) => (
        <KindKey
          key={kind}
          label={words.eventKind[kind]}
          figure={String(index + 1)}
          isReadOnly={isReadOnly}
          choose={() => choose(kind)}
        />
      ))}
      {shown.map((kind, index) => (
        <KindChip
          key={kind}
          label={words.eventKind[kind]}
          figure={String(index + 1)}
          isChosen={kind === chosen}
          isReadOnly={isReadOnly}
          choose={() => choose(kind)}
        />
      ))}
      <button
        type="button"
        className={`${style['chip']} ${chosen !== null && rest.includes(chosen) ? style['chosen'] : ''}`}
        aria-expanded={isOpen}
        disabled={isReadOnly}
        onClick={() => setOpen(!isOpen)}
      >
        {chosen !== null && rest.includes(chosen) ? words.eventKind[chosen] : t.form.moreCount(rest.length)}
        <Key combo="0" />
      </button>
      {isOpen && <MoreKinds kinds={rest} chosen={chosen} choose={choose} close={() => setOpen(false)} />}
    </div>
  );
}

interface KindChipProps {
  readonly label: string;
  readonly figure: string;
  readonly isChosen: boolean;
  readonly isReadOnly: boolean;
  readonly choose: () => void;
}

/** The key alone; it works whether or not there is room for the button. */
function KindKey({ label, figure, isReadOnly, choose }: Omit<KindChipProps, 'isChosen'>) {
  useKey(`Alt+${figure}`, label, choose, { group: 'desk', enabled: !isReadOnly });
  return null;
}

function KindChip({ label, figure, isChosen, isReadOnly, choose }: KindChipProps) {
  return (
    <button
      type="button"
      role="radio"
      aria-checked={isChosen}
      disabled={isReadOnly}
      className={`${style['chip']} ${isChosen ? style['chosen'] : ''}`}
      onClick={choose}
      data-testid={`kind-${figure}`}
    >
      {label}
      <Key combo={figure} />
    </button>
  );
}

interface MoreKindsProps {
  readonly kinds: readonly EventKind[];
  readonly chosen: EventKind | null;
  readonly choose: (kind: EventKind) => void;
  readonly close: () => void;
}

/** The rarer kinds: a figure, or the arrows and Enter. */
function MoreKinds({ kinds, chosen, choose, close }: MoreKindsProps) {
  const t = useWords(deskWords);
  const words = useWords(domainWords);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const figure = Number(/^Digit([1-9])$/.exec(event.code)?.[1] ?? 0);
    const kind = event.altKey || event.ctrlKey ? undefined : kinds[figure - 1];
    if (kind !== undefined) choose(kind);
    else if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown')
      (document.activeElement?.nextElementSibling as HTMLElement | null)?.focus();
    else if (event.key === 'ArrowUp')
      (document.activeElement?.previousElementSibling as HTMLElement | null)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // The arrows and figures work for the whole list, whichever row has the focus.
    // eslint-disable-next-line jsx-a11y/interactive-supports-focus
    <div ref={list} className={style['more']} role="listbox" aria-label={t.form.more} onKeyDown={onKeyDown}>
      {kinds.map((kind, index) => (
        <button
          key={kind}
          type="button"
          role="option"
          aria-selected={kind === chosen}
          onClick={() => choose(kind)}
        >
          <Key combo={String(index + 1)} />
          {words.eventKind[kind]}
        </button>
      ))}
    </div>
  );
}
