import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useProblemText } from '../../../api/useProblemText';
import { Empty, Failed, Loading } from '../../../design/parts/States';
import { StatusTag, type Tone } from '../../../design/parts/Tags';
import { useWords } from '../../../i18n/language';
import { KeyButton } from '../../../keys/KeyButton';
import { useDesks } from '../../../phone/desk';
import { phoneWords } from '../../../phone/words';
import { hasRole, useUser } from '../../../session/session';
import { usePause, useRoster, type RosterMember } from '../../../supervision/queries';
import { supervisionWords } from '../../../supervision/words';
import style from './Steering.module.css';

const TONES: Record<RosterMember['state'], Tone> = {
  FREE: 'met',
  RINGING: 'near',
  BUSY: 'own',
  AWAY: 'neutral',
};

/** The service takes no longer one. */
const REASON_LENGTH = 80;

/** In this queue nobody is ever paused. */
const LAST_RESORT = 'everyone';

/** Penalties of the switch stand for skills. */
function skillOf(penalty: number): 'rescue' | 'service' | 'complaint' {
  if (penalty < 10) return 'rescue';
  return penalty < 20 ? 'service' : 'complaint';
}

interface PauseProps {
  readonly member: RosterMember;
  readonly pause: ReturnType<typeof usePause>;
}

/** The button, and in its place the field for the reason while that is asked; the keyboard comes back to the button. */
function Pause({ member, pause }: PauseProps) {
  const t = useWords(supervisionWords);
  const { extension, paused } = member;
  const place = useRef<HTMLSpanElement>(null);
  const wasAsked = useRef(false);
  const [reason, setReason] = useState<string | null>(null);
  const isAsked = reason !== null;
  useEffect(() => {
    if (wasAsked.current && !isAsked) place.current?.querySelector('button')?.focus();
    wasAsked.current = isAsked;
  }, [isAsked]);
  const send = (why: string) => {
    setReason(null);
    pause.mutate({ extension, paused: !paused, reason: why });
  };
  if (isAsked) {
    return (
      <Input
        ref={(input) => input?.focus()}
        size="small"
        value={reason}
        maxLength={REASON_LENGTH}
        placeholder={t.why}
        aria-label={t.why}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={(event) => {
          // The button takes the focus at once: the same key must not press it.
          event.preventDefault();
          send(reason.trim() === '' ? t.pausedBy : reason.trim());
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setReason(null);
        }}
        onBlur={() => setReason(null)}
        data-testid={`pause-reason-${extension}`}
      />
    );
  }
  return (
    <span ref={place}>
      <KeyButton
        label={paused ? t.resume : t.pause}
        group="supervisor"
        small
        busy={pause.isPending && pause.variables.extension === extension}
        onPress={() => (paused ? send(t.resumedBy) : setReason(''))}
        testId={`pause-${extension}`}
      />
    </span>
  );
}

/** Why a seat is paused: the service says it to the switch in codes, a supervisor in words. */
function usePausedText(): (member: RosterMember) => string {
  const t = useWords(supervisionWords);
  const phone = useWords(phoneWords);
  const desks = useDesks();
  return ({ extension, pausedReason }) => {
    const forced = desks.find((desk) => desk.extension === extension)?.forced;
    if (forced != null) return t.pausedBySupervisor(forced.note, forced.byName);
    const code = pausedReason ?? '';
    if (code === 'WRAP_UP') return phone.state.WRAP_UP;
    if (code === 'STALE') return phone.state.stale;
    return t.paused((phone.reason as Record<string, string>)[code] ?? code);
  };
}

/** A browser's telephone bears the extension and a suffix. */
function phoneOf({ endpoint }: RosterMember): 'BROWSER' | 'DESK' {
  return endpoint.endsWith('-web') ? 'BROWSER' : 'DESK';
}

/** Who sits in the queues of the switches now, by the telephone each has chosen. */
export function Roster() {
  const t = useWords(supervisionWords);
  const problemText = useProblemText();
  const roster = useRoster();
  const pause = usePause();
  const pausedText = usePausedText();
  const mayPause = hasRole(useUser(), 'SUPERVISOR');
  if (roster.data === undefined) {
    return roster.isError ? (
      <Failed what={`${t.rosterFailed} ${problemText(roster.error)}`} retry={() => void roster.refetch()} />
    ) : (
      <Loading rows={3} />
    );
  }
  const inUse = roster.data.filter((member) => member.inUse);
  const severalSwitches = new Set(roster.data.map((member) => member.pbx)).size > 1;
  return (
    <section aria-label={t.roster}>
      <h3 className={style['heading']}>{t.roster}</h3>
      {inUse.length === 0 && <Empty why={t.rosterEmpty} />}
      <table className={style['table']} data-testid="roster">
        <thead>
          <tr>
            {Object.entries(t.columns).map(([name, title]) => (
              <th key={name} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inUse.map((member) => (
            <tr key={`${member.pbx} ${member.queue} ${member.endpoint}`} data-endpoint={member.endpoint}>
              <td>{member.extension}</td>
              <td>{t.phones[phoneOf(member)]}</td>
              <td>{severalSwitches ? `${member.queue} · ${member.pbx}` : member.queue}</td>
              <td>{t.skills[skillOf(member.penalty)]}</td>
              <td>
                <StatusTag tone={member.paused ? 'neutral' : TONES[member.state]}>
                  {member.paused ? pausedText(member) : t.states[member.state]}
                </StatusTag>
              </td>
              <td>{member.callsTaken}</td>
              <td>{mayPause && member.queue !== LAST_RESORT && <Pause member={member} pause={pause} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {pause.isError && <p role="alert">{problemText(pause.error)}</p>}
    </section>
  );
}
