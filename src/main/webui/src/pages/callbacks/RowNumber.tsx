import { Button } from 'antd';
import type { CallbackView } from '../../api/types';
import { useProblemText } from '../../api/useProblemText';
import { useMyCalls } from '../../calls/calls';
import { phoneText } from '../../domain/phone';
import { useWords } from '../../i18n/language';
import { DialNumber } from '../../phone/DialNumber';
import { phoneWords } from '../../phone/words';
import { hasRole, useUser } from '../../session/session';
import { useCallbackActions } from './callbacks';

/**
 * The number of a callback in its row. Pressed while the call is owed, the callback itself is dialled, so that the try counts;
 * at any other time it is a number like every other.
 */
export function RowNumber({ callback }: { readonly callback: CallbackView }) {
  const user = useUser();
  const isOwed = callback.state === 'DUE' && hasRole(user, 'OPERATOR') && user.extension !== null;
  return isOwed ? (
    <Owed callback={callback} />
  ) : (
    <DialNumber number={callback.number} eventId={callback.eventId ?? undefined} />
  );
}

function Owed({ callback }: { readonly callback: CallbackView }) {
  const t = useWords(phoneWords);
  const problemText = useProblemText();
  const { active } = useMyCalls();
  const { dial } = useCallbackActions(callback);
  const number = phoneText(callback.number);
  return (
    <>
      <Button
        type="link"
        size="small"
        disabled={active !== null}
        loading={dial.isPending}
        onClick={(event) => {
          event.stopPropagation();
          dial.mutate();
        }}
        aria-label={t.call(number)}
        data-testid="row-dial"
      >
        <strong>{number}</strong>
      </Button>
      {dial.isError && (
        <span className="critical" role="alert">
          {problemText(dial.error)}
        </span>
      )}
    </>
  );
}
