import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import { useProblemText } from '../api/useProblemText';
import type { SearchHit } from '../api/types';
import { Key } from '../design/parts/Key';
import { useWords } from '../i18n/language';
import { useTypedText } from '../keys/useTypedText';
import style from './CommandPalette.module.css';
import { useCommands } from './commands';
import { Overlay } from './Overlay';
import { pathOf } from './searchTargets';
import { shellWords } from './words';

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly run: () => void;
}

const SHORTEST = 2;

function useHits(text: string) {
  return useQuery({
    queryKey: ['search', text],
    queryFn: ({ signal }) => api.get<readonly SearchHit[]>('/console/search', { q: text }, signal),
    enabled: text.length >= SHORTEST,
    placeholderData: (before) => before,
  });
}

/** Find or do anything: two or three characters and Enter. */
export function CommandPalette({ close }: { readonly close: () => void }) {
  const t = useWords(shellWords);
  const { text, setText, settled, composition } = useTypedText();
  const [selected, setSelected] = useState(0);
  const wanted = useDeferredValue(settled.trim());
  const hits = useHits(wanted);
  const rows = useRows(wanted, hits.data ?? [], close);
  const current = Math.min(selected, Math.max(0, rows.length - 1));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setSelected(Math.min(rows.length - 1, current + 1));
    else if (event.key === 'ArrowUp') setSelected(Math.max(0, current - 1));
    else if (event.key === 'Enter') rows[current]?.run();
    else return;
    event.preventDefault();
  };
  return (
    <Overlay label={t.palette.title} close={close} testId="palette">
      <input
        className={style['input']}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setSelected(0);
        }}
        {...composition}
        onKeyDown={onKeyDown}
        placeholder={t.palette.placeholder}
        aria-label={t.palette.title}
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-rows"
        aria-activedescendant={rows[current] === undefined ? undefined : `palette-${current}`}
        data-testid="palette-input"
      />
      <ul id="palette-rows" role="listbox" className={style['rows']}>
        {rows.map((row, index) => (
          <li
            key={row.id}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === current}
            className={index === current ? style['selected'] : undefined}
            onPointerDown={row.run}
            data-testid="palette-row"
          >
            <span className={style['kind']}>{row.kind}</span>
            <span className="strong">{row.title}</span>
            <span className="note truncate">{row.subtitle}</span>
          </li>
        ))}
      </ul>
      <PaletteNote
        text={wanted}
        isEmpty={rows.length === 0}
        error={hits.error}
        isSearching={hits.isFetching}
      />
      <p className={style['keys']}>
        <Key combo="ArrowUp" /> <Key combo="ArrowDown" /> {t.palette.choose} <Key combo="Enter" /> {t.palette.run}{' '}
        <Key combo="Escape" /> {t.palette.leave}
      </p>
    </Overlay>
  );
}

interface NoteProps {
  readonly text: string;
  readonly isEmpty: boolean;
  readonly error: unknown;
  readonly isSearching: boolean;
}

function PaletteNote({ text, isEmpty, error, isSearching }: NoteProps) {
  const t = useWords(shellWords);
  const problemText = useProblemText();
  if (error !== null && error !== undefined) {
    return (
      <p className={`${style['note']} critical`} role="alert">
        {t.palette.failed} {problemText(error)}
      </p>
    );
  }
  if (text.length < SHORTEST) return <p className={style['note']}>{t.palette.start}</p>;
  if (!isEmpty || isSearching) return null;
  return <p className={style['note']}>{t.palette.none(text)}</p>;
}

function useRows(text: string, hits: readonly SearchHit[], close: () => void): readonly Row[] {
  const t = useWords(shellWords);
  const navigate = useNavigate();
  const commands = useCommands();
  const lower = text.toLowerCase();
  const found = text.length < SHORTEST ? [] : hits;
  return [
    ...found.map((hit) => ({
      id: `${hit.type}-${hit.id}`,
      kind: t.palette.types[hit.type],
      title: hit.title,
      subtitle: hit.subtitle,
      run() {
        close();
        void navigate(pathOf(hit));
      },
    })),
    ...commands
      // The names in the addresses too: `board` and Enter goes there also while the page is Chinese.
      .filter((command) => `${command.title} ${command.id}`.toLowerCase().includes(lower))
      .map((command) => ({
        id: command.id,
        kind: t.palette.commands,
        title: command.title,
        subtitle: null,
        run() {
          close();
          command.run();
        },
      })),
  ];
}
