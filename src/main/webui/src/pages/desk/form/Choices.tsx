import type { Tone } from '../../../design/parts/Tags';
import style from './Choices.module.css';

export interface Choice {
  readonly value: string;
  readonly text: string;
  /** The key that picks it while the row has the focus. */
  readonly key?: string;
  /** How it looks when chosen; a dangerous answer must be seen from across the desk. */
  readonly tone?: Extract<Tone, 'own' | 'near' | 'critical'>;
}

interface ChoicesProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | null;
  readonly choose: (value: string) => void;
  readonly isReadOnly: boolean;
  /** Inside a row that takes the keys itself, the buttons stay out of the tab order. */
  readonly isInRow?: boolean;
}

/** A few answers side by side, one of them chosen. */
export function Choices({ label, choices, chosen, choose, isReadOnly, isInRow = false }: ChoicesProps) {
  return (
    <div className={style['choices']} role="radiogroup" aria-label={label}>
      {choices.map((choice) => {
        const isChosen = choice.value === chosen;
        return (
          <button
            key={choice.value}
            type="button"
            role="radio"
            aria-checked={isChosen}
            disabled={isReadOnly}
            tabIndex={isInRow ? -1 : 0}
            className={isChosen ? style[choice.tone ?? 'own'] : undefined}
            onClick={() => choose(choice.value)}
            data-testid={`choice-${choice.value}`}
          >
            {choice.text}
            {choice.key !== undefined && (
              <kbd aria-hidden="true" className={/\d/.test(choice.key) ? style['figure'] : undefined}>
                {choice.key}
              </kbd>
            )}
          </button>
        );
      })}
    </div>
  );
}
