import { useProblemText } from '../../api/useProblemText';
import type { CallView } from '../../api/types';
import { Choice } from '../../calls/Choice';
import { useCallControls } from '../../calls/useCallControls';
import { ElapsedClock } from '../../design/parts/Clock';
import { Empty } from '../../design/parts/States';
import { phoneText } from '../../domain/phone';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import { useUser } from '../../session/session';
import { CallKeys } from '../../phone/CallKeys';
import { SupervisedNote } from '../../supervision/SupervisedNote';
import style from './CallPanel.module.css';
import type { Desk } from './useDesk';
import { deskWords } from './words';

/** Whom I speak with, for how long, and the one way to end it. */
export function CallPanel({ desk }: { readonly desk: Desk }) {
  if (desk.active === null) return <NoCall />;
  return <Active call={desk.active} desk={desk} />;
}

function NoCall() {
  const t = useWords(deskWords);
  const { extension } = useUser();
  const next = extension === null ? t.call.noExtension : t.call.noneNext(extension);
  return (
    <section className={style['idle']} aria-label={t.call.none}>
      <Empty why={t.call.none} next={next} />
    </section>
  );
}

function Active({ call, desk }: { readonly call: CallView; readonly desk: Desk }) {
  const t = useWords(deskWords);
  const problemText = useProblemText();
  const { hangUp, error } = useCallControls();
  const isOutbound = call.direction === 'OUTBOUND';
  const number = isOutbound ? call.dialedNumber : call.callerNumber;
  const isElsewhere = desk.ownEventId !== null && desk.ownEventId !== desk.eventId;
  return (
    <section className={style['active']} data-testid="call-panel" aria-label={t.call.connected}>
      <div className={style['top']}>
        <span className={style['state']}>
          <span className={style['dot']} /> {isOutbound ? t.call.callback : t.call.connected}
        </span>
        <ElapsedClock since={call.answeredAt ?? call.offeredAt} size="large" />
      </div>
      <div className={style['number']} data-testid="call-number">
        {number === null ? t.call.hidden : phoneText(number)}
      </div>
      <CallNote call={call} />
      <Choice choice={call.choice} />
      <CallKeys call={call} card={desk.card.data} />
      <SupervisedNote callId={call.id} />
      {isElsewhere && (
        <KeyButton
          label={t.call.toEvent}
          combo="Alt+Home"
          group="desk"
          small
          block
          onPress={() => desk.select(desk.ownEventId)}
        />
      )}
      <KeyButton
        label={t.call.hangUp}
        combo="Shift+F2"
        group="call"
        kind="danger"
        block
        busy={hangUp.isPending}
        onPress={() => hangUp.mutate(call)}
        testId="hang-up"
        className={style['hangUp']}
      />
      {error !== null && (
        <p className="critical" role="alert">
          {t.call.failed} {problemText(error)}
        </p>
      )}
    </section>
  );
}

function CallNote({ call }: { readonly call: CallView }) {
  const t = useWords(deskWords);
  const format = useFormat();
  const isOutbound = call.direction === 'OUTBOUND';
  const line = isOutbound ? call.callerNumber : call.dialedNumber;
  const notes = [
    line !== null && (isOutbound ? t.call.outbound(phoneText(line)) : t.call.inbound(phoneText(line))),
    call.waitSeconds !== null && !isOutbound && t.call.answeredAfter(format.seconds(call.waitSeconds)),
    call.rebuilt && t.call.rebuilt,
  ];
  return <p className="note">{notes.filter(Boolean).join(' · ')}</p>;
}
