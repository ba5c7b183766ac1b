import { useProblemText } from '../api/useProblemText';
import { useWords } from '../i18n/language';
import { KeyButton } from '../keys/KeyButton';
import style from './CheckButton.module.css';
import { useSpotCheckRequest, type CheckWanted } from './useSpotCheckRequest';
import { spotCheckWords } from './words';

interface CheckButtonProps {
  readonly wanted: CheckWanted;
  readonly label: string;
  readonly combo?: string | undefined;
  readonly small?: boolean;
  readonly disabled?: boolean;
}

/** Rings one duty phone; a refusal stays beside the button, because it says when to try again. */
export function CheckButton({ wanted, label, combo, small = false, disabled = false }: CheckButtonProps) {
  const t = useWords(spotCheckWords);
  const problemText = useProblemText();
  const request = useSpotCheckRequest();
  return (
    <div className={style['request']}>
      <KeyButton
        label={label}
        combo={combo}
        group="supervisor"
        small={small}
        disabled={disabled}
        busy={request.isPending}
        onPress={() => request.mutate(wanted)}
        testId="check-now"
      />
      {request.isPending && <span className={`note ${style['news']}`}>{t.requesting}</span>}
      {request.isError && (
        <span className={`critical ${style['news']}`} role="alert" data-testid="check-refused">
          {t.refused} {problemText(request.error)}
        </span>
      )}
    </div>
  );
}
