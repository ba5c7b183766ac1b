import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { api } from '../api/client';
import { keys } from '../api/queries';
import type { OutboundCall } from '../api/types';
import { useProblemText } from '../api/useProblemText';
import { phoneText } from '../domain/phone';
import { useWords } from '../i18n/language';
import { hasRole, useUser } from '../session/session';
import style from './DialNumber.module.css';
import { newId } from './pageId';
import { expectCall } from './softPhone';
import { phoneWords } from './words';

const FOLLOW_MILLIS = 2000;

interface DialNumberProps {
  readonly number: string;
  /** The case it is about. */
  readonly eventId?: string | undefined;
}

/** A number that rings when pressed, and says what came of it. Masked ones, and those of people without a phone, are text. */
export function DialNumber({ number, eventId }: DialNumberProps) {
  const user = useUser();
  const mayRing = user.extension !== null && hasRole(user, 'OPERATOR', 'DISPATCHER', 'SUPERVISOR');
  if (!mayRing || number.includes('*')) return <span>{phoneText(number)}</span>;
  return <Dial number={number} eventId={eventId} />;
}

function Dial({ number, eventId }: DialNumberProps) {
  const t = useWords(phoneWords);
  const problemText = useProblemText();
  const ring = useMutation({
    mutationFn: () => {
      expectCall(number);
      return api.post<OutboundCall>('/outbound', { attemptId: newId(), number, eventId });
    },
  });
  return (
    <span className={style['dial']}>
      <Button
        type="link"
        size="small"
        className={style['number'] ?? ''}
        loading={ring.isPending}
        onClick={(event) => {
          event.stopPropagation();
          ring.mutate();
        }}
        aria-label={t.call(phoneText(number))}
        data-testid="dial-number"
      >
        {phoneText(number)}
      </Button>
      {ring.data !== undefined && <Outcome attempt={ring.data} />}
      {ring.error !== null && (
        <span className="critical" role="alert" data-testid="dial-refused">
          {problemText(ring.error)}
        </span>
      )}
    </span>
  );
}

/** Followed to its end. */
function Outcome({ attempt }: { readonly attempt: OutboundCall }) {
  const t = useWords(phoneWords);
  const call = useQuery({
    queryKey: keys.outbound(attempt.attemptId),
    queryFn: ({ signal }) => api.get<OutboundCall>(`/outbound/${attempt.attemptId}`, {}, signal),
    initialData: attempt,
    refetchInterval: (query) => (query.state.data?.outcome === null ? FOLLOW_MILLIS : false),
  }).data;
  return (
    <span className="note" role="status" data-testid="dial-outcome">
      {t.outcome[call.outcome?.result ?? 'calling']}
    </span>
  );
}
