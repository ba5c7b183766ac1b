import style from './Switch.module.css';

interface SwitchProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly value: string;
  readonly choose: (value: string) => void;
}

/** A few views of the same list. */
export function Switch({ label, options, value, choose }: SwitchProps) {
  return (
    <div className={style['switch']} role="group" aria-label={label}>
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
    </div>
  );
}
