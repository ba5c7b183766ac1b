import { Button } from 'antd';
import { useState } from 'react';
import type { CallerCard, CallLeg, CallView } from '../api/types';
import { useProblemText } from '../api/useProblemText';
import { thirdLeg } from '../calls/calls';
import { phoneText } from '../domain/phone';
import { useWords } from '../i18n/language';
import { KeyButton } from '../keys/KeyButton';
import { useUser } from '../session/session';
import style from './CallKeys.module.css';
import { Keypad } from './Keypad';
import { toggleHold, useSoftPhone } from './softPhone';
import { TransferSheet } from './TransferSheet';
import {
  askerOf,
  isConference,
  muteOnRecord,
  useCallMoves,
  useCallSteps,
  useSpeaksHere,
} from './useCallKeys';
import { phoneWords } from './words';

interface CallKeysProps {
  readonly call: CallView;
  readonly card: CallerCard | undefined;
}

/** Everything that can be done with the call besides ending it. */
export function CallKeys({ call, card }: CallKeysProps) {
  const t = useWords(phoneWords);
  const problemText = useProblemText();
  const { extension } = useUser();
  const moves = useCallMoves(call);
  const third = thirdLeg(call, extension);
  const steps = useCallSteps(call.id).data ?? [];
  const isTable = isConference(steps) && third !== null;
  const [sheet, setSheet] = useState(false);
  const isConsulting = third !== null && !isTable;
  const isAsker = isConsulting && askerOf(steps) === extension;
  return (
    <div className={style['keys']}>
      {third !== null && <Third leg={third} isTable={isTable} isAsker={isAsker} />}
      {isAsker ? (
        <AskingKeys third={third} moves={moves} />
      ) : (
        <PlainKeys call={call} isJoined={isConsulting || isTable} openSheet={() => setSheet(true)} />
      )}
      {moves.error !== null && (
        <p className="critical" role="alert" data-testid="move-failed">
          {t.failed} {problemText(moves.error)}
        </p>
      )}
      {sheet && <TransferSheet moves={moves} card={card} close={() => setSheet(false)} />}
    </div>
  );
}

interface ThirdProps {
  readonly leg: CallLeg;
  readonly isTable: boolean;
  readonly isAsker: boolean;
}

function Third({ leg, isTable, isAsker }: ThirdProps) {
  const t = useWords(phoneWords);
  const who = leg.extension ?? (leg.number === null ? '—' : phoneText(leg.number));
  if (isTable) return <p data-testid="third-party">{t.table(who)}</p>;
  if (!isAsker) return <p data-testid="third-party">{t.askedBy(who)}</p>;
  return <p data-testid="third-party">{leg.answeredAt === null ? t.ringingThere(who) : t.asking(who)}</p>;
}

interface AskingProps {
  readonly third: CallLeg;
  readonly moves: ReturnType<typeof useCallMoves>;
}

function AskingKeys({ third, moves }: AskingProps) {
  const t = useWords(phoneWords);
  const isThere = third.answeredAt !== null;
  return (
    <div className={style['grid']}>
      <KeyButton
        label={t.handOver}
        combo="F8"
        group="call"
        kind="primary"
        disabled={!isThere}
        busy={moves.busy}
        onPress={() => moves.handOver.mutate()}
        testId="hand-over"
      />
      <KeyButton
        label={t.conference}
        combo="F9"
        group="call"
        disabled={!isThere}
        busy={moves.busy}
        onPress={() => moves.confer.mutate()}
        testId="conference"
      />
      <KeyButton
        label={t.backToCaller}
        combo="F4"
        group="call"
        busy={moves.busy}
        onPress={() => moves.endAsking.mutate()}
        testId="back-to-caller"
      />
    </div>
  );
}

interface PlainProps {
  readonly call: CallView;
  /** Three are in the call already. */
  readonly isJoined: boolean;
  readonly openSheet: () => void;
}

function PlainKeys({ call, isJoined, openSheet }: PlainProps) {
  const t = useWords(phoneWords);
  const speaksHere = useSpeaksHere();
  const { held, muted } = useSoftPhone();
  const [pad, setPad] = useState(false);
  return (
    <>
      {held && <p className="near">{t.held}</p>}
      {muted && <p className="near">{t.muted}</p>}
      <div className={style['grid']}>
        <KeyButton
          label={held ? t.unhold : t.hold}
          combo="F4"
          group="call"
          disabled={!speaksHere || isJoined}
          onPress={toggleHold}
          testId="hold"
        />
        <KeyButton
          label={muted ? t.unmute : t.mute}
          combo="F7"
          group="call"
          disabled={!speaksHere}
          onPress={() => muteOnRecord(call)}
          testId="mute"
        />
        <KeyButton
          label={t.transfer}
          combo="F8"
          group="call"
          disabled={isJoined}
          onPress={openSheet}
          testId="transfer"
        />
        <KeyButton
          label={t.conference}
          combo="F9"
          group="call"
          disabled={isJoined}
          onPress={openSheet}
          testId="confer"
        />
        <Button disabled={!speaksHere} onClick={() => setPad(!pad)} aria-expanded={pad} data-testid="keypad">
          {t.keypad}
        </Button>
      </div>
      {!speaksHere && <p className="note">{t.onlyBrowser}</p>}
      {pad && speaksHere && <Keypad />}
    </>
  );
}
