import { Key } from '../design/parts/Key';
import { useKey } from '../keys/useKey';
import style from './Switch.module.css';

interface SwitchProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly value: string;
  readonly choose: (value: string) => void;
}

/** A few views of the same list; V goes to the next one. */
export function Switch({ label, options, value, choose }: SwitchProps) {
  const current = options.findIndex((option) => option.value === value);
  useKey('V', label, () => choose(options[(current + 1) % options.length]?.value ?? value), {
    group: 'list',
  });
  return (
    <div className={style['switch']} role="group" aria-label={label} aria-keyshortcuts="V">
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => choose(option.value)}
          data-testid={`view-${option.value}`}
        >
          {option.text}
        </button>
      ))}
      <Key combo="V" />
    </div>
  );
}
