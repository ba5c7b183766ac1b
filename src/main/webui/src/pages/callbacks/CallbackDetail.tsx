import { Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CallbackAttempt, CallbackView } from '../../api/types';
import { useProblemText } from '../../api/useProblemText';
import { useMyCalls } from '../../calls/calls';
import { Panel } from '../../design/parts/Panel';
import { DialNumber } from '../../phone/DialNumber';
import { domainWords } from '../../domain/words';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import { hasRole, useUser } from '../../session/session';
import style from './CallbackDetail.module.css';
import { isToBeJudged, useCallbackActions } from './callbacks';
import { callbackWords } from './words';

/** One owed call: dial it, then say whether the right person was reached. */
export function CallbackDetail({ callback }: { readonly callback: CallbackView }) {
  const t = useWords(callbackWords);
  const words = useWords(domainWords);
  return (
    <Panel
      title={words.callbackReason[callback.reason]}
      note={words.callbackState[callback.state]}
      actions={callback.eventId !== null && <Link to={`/events/${callback.eventId}`}>{t.event}</Link>}
      className={style['panel']}
      scroll
      testId="callback-detail"
    >
      <p className={style['number']} data-testid="callback-number">
        <DialNumber number={callback.number} eventId={callback.eventId ?? undefined} />
      </p>
      {callback.note && <p className="note">{callback.note}</p>}
      {callback.settledByCallId != null && <p className="met">✓ {t.settled}</p>}
      <NextStep callback={callback} />
      <Attempts attempts={callback.attempts} />
    </Panel>
  );
}

/** What can be done now depends on where the callback stands and who holds it. */
function NextStep({ callback }: { readonly callback: CallbackView }) {
  const t = useWords(callbackWords);
  const user = useUser();
  if (callback.state === 'DONE' || callback.state === 'GIVEN_UP') return null;
  if (callback.state === 'DUE') return <Dial callback={callback} />;
  if (callback.claimedBy !== null && callback.claimedBy.id !== user.id) {
    return <p className={style['step']}>{t.taken(callback.claimedBy.name)}</p>;
  }
  if (callback.state === 'TALKING' || callback.state === 'TO_CONFIRM')
    return <VerdictForm callback={callback} />;
  return <p className={style['step']}>{t.dialling}</p>;
}

function Dial({ callback }: { readonly callback: CallbackView }) {
  const t = useWords(callbackWords);
  const problemText = useProblemText();
  const user = useUser();
  const { active } = useMyCalls();
  const { dial } = useCallbackActions(callback);
  if (!hasRole(user, 'OPERATOR')) return null;
  const hindrance = user.extension === null ? t.noExtension : active === null ? null : t.busy;
  return (
    <div className={style['step']}>
      <KeyButton
        label={t.dial}
        combo="C"
        group="list"
        kind="primary"
        disabled={hindrance !== null}
        busy={dial.isPending}
        onPress={() => dial.mutate()}
        testId="dial"
      />
      <span className="note">{hindrance ?? t.dialHint}</span>
      {dial.isError && (
        <p className="critical" role="alert">
          {t.failed} {problemText(dial.error)}
        </p>
      )}
    </div>
  );
}

/** The note may be begun while they speak; the verdict comes when the call is over. */
function VerdictForm({ callback }: { readonly callback: CallbackView }) {
  const t = useWords(callbackWords);
  const problemText = useProblemText();
  const { verdict } = useCallbackActions(callback);
  const [note, setNote] = useState('');
  const disabled = !isToBeJudged(callback);
  const give = (reached: boolean) => verdict.mutate({ reached, note: note.trim() });
  return (
    <div className={`${style['step']} ${style['verdict']}`} data-testid="verdict">
      <strong>{callback.state === 'TALKING' ? t.talking : t.confirm}</strong>
      <Input
        value={note}
        onChange={(event) => setNote(event.target.value)}
        placeholder={t.note}
        aria-label={t.note}
        maxLength={500}
        data-testid="callback-note"
      />
      <div className={style['buttons']}>
        <KeyButton
          label={t.reached}
          combo="Alt+Y"
          group="list"
          kind="primary"
          disabled={disabled}
          busy={verdict.isPending}
          onPress={() => give(true)}
          testId="reached"
        />
        <KeyButton
          label={t.notReached}
          combo="Alt+N"
          group="list"
          disabled={disabled}
          busy={verdict.isPending}
          onPress={() => give(false)}
          testId="not-reached"
        />
      </div>
      {verdict.isError && (
        <p className="critical" role="alert">
          {t.failed} {problemText(verdict.error)}
        </p>
      )}
    </div>
  );
}

function Attempts({ attempts }: { readonly attempts: readonly CallbackAttempt[] }) {
  const t = useWords(callbackWords);
  return (
    <section>
      <h3 className={style['heading']}>{t.attempts}</h3>
      {attempts.length === 0 && <p className="note">{t.noAttempts}</p>}
      <ol>
        {attempts.toReversed().map((attempt) => (
          <Attempt key={attempt.id} attempt={attempt} />
        ))}
      </ol>
    </section>
  );
}

function Attempt({ attempt }: { readonly attempt: CallbackAttempt }) {
  const t = useWords(callbackWords);
  const words = useWords(domainWords);
  const format = useFormat();
  const open = attempt.neverDialled === true ? t.neverDialled : t.inProgress;
  const resultText = attempt.result === null ? open : words.dialResult[attempt.result];
  const facts = [
    attempt.ringSeconds !== null && t.ring(format.seconds(attempt.ringSeconds)),
    attempt.talkSeconds !== null && t.talk(format.duration(attempt.talkSeconds)),
    attempt.note,
  ];
  return (
    <li className={style['attempt']} data-testid="attempt">
      <time dateTime={attempt.at}>{format.moment(attempt.at)}</time>
      <span className="truncate">{attempt.operatorName}</span>
      <span>{resultText}</span>
      <span className={attempt.verdict === 'REACHED' ? 'met' : undefined}>
        {attempt.verdict !== null && t.verdict[attempt.verdict]}
      </span>
      <span className="note truncate">{facts.filter(Boolean).join(' · ')}</span>
    </li>
  );
}
