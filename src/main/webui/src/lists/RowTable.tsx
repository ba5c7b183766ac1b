import { useEffect, useRef, type ReactNode } from 'react';
import { useListKeys } from '../keys/useListKeys';
import style from './RowTable.module.css';

export interface Column<T> {
  readonly name: string;
  readonly title: string;
  /** A CSS grid track, such as `120px` or `1fr`. */
  readonly width: string;
  readonly align?: 'end';
  /** Left out on a small screen. */
  readonly isExtra?: boolean;
  /** Sentences that must be read to their end: the row grows. */
  readonly wraps?: boolean;
  readonly cell: (row: T) => ReactNode;
}

interface RowTableProps<T> {
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  readonly selectedKey: string | null;
  readonly select: (row: T) => void;
  /** What Enter does with the selected row, where selecting alone is not enough. */
  readonly open?: (row: T) => void;
  readonly rowTestId: string;
  readonly isNarrow: boolean;
}

/** A list with columns, walked by J and K or the arrows; the selected row is always in sight. */
export function RowTable<T>(props: RowTableProps<T>) {
  const { rows, keyOf, selectedKey, select, open } = props;
  const columns = props.columns.filter((column) => !props.isNarrow || column.isExtra !== true);
  const selected = rows.findIndex((row) => keyOf(row) === selectedKey);
  const pick = (index: number) => {
    const row = rows[index];
    if (row !== undefined) select(row);
  };
  useListKeys({ items: rows, selected, select: pick, ...(open === undefined ? {} : { open }) });
  const tracks = { gridTemplateColumns: columns.map((column) => column.width).join(' ') };
  return (
    <div className={style['table']} role="table" aria-label={props.label} aria-rowcount={rows.length}>
      <div className={style['head']} role="row" style={tracks}>
        {columns.map((column) => (
          <span
            key={column.name}
            role="columnheader"
            className={column.align === 'end' ? style['end'] : undefined}
          >
            {column.title}
          </span>
        ))}
      </div>
      <div role="rowgroup">
        {rows.map((row, index) => (
          <Row
            key={keyOf(row)}
            row={row}
            columns={columns}
            tracks={tracks}
            isSelected={index === selected}
            select={() => select(row)}
            testId={props.rowTestId}
          />
        ))}
      </div>
    </div>
  );
}

interface RowProps<T> {
  readonly row: T;
  readonly columns: readonly Column<T>[];
  readonly tracks: { readonly gridTemplateColumns: string };
  readonly isSelected: boolean;
  readonly select: () => void;
  readonly testId: string;
}

function Row<T>({ row, columns, tracks, isSelected, select, testId }: RowProps<T>) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isSelected) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  return (
    // The keyboard walks the list as a whole (J, K, arrows); the click is the mouse's way to the same thing.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      ref={line}
      role="row"
      aria-selected={isSelected}
      className={`${style['row']} ${isSelected ? style['selected'] : ''}`}
      style={tracks}
      onClick={select}
      data-testid={testId}
    >
      {columns.map((column) => (
        <span
          key={column.name}
          role="cell"
          className={[
            style['cell'],
            column.align === 'end' && style['end'],
            column.wraps === true && style['wraps'],
          ]
            .filter(Boolean)
            .join(' ')}
        >
          {column.cell(row)}
        </span>
      ))}
    </div>
  );
}
