import { Button, Radio, Select } from 'antd';
import { useEffect } from 'react';
import type { DeskPhone, DeskView, PauseReason } from '../api/types';
import { useProblemText } from '../api/useProblemText';
import { Clock } from '../design/parts/Clock';
import { useFormat } from '../i18n/format';
import { useWords } from '../i18n/language';
import { KeyButton } from '../keys/KeyButton';
import { Overlay } from '../shell/Overlay';
import { useUser } from '../session/session';
import { useDeskAnswer, useDeskControls, useOwnDesk } from './desk';
import { useDevices, type Devices } from './devices';
import { HeadsetTest } from './HeadsetTest';
import style from './PhoneSheet.module.css';
import { applyDevices, useSoftPhone } from './softPhone';
import { phoneWords } from './words';

/** Which phone rings, in which state I am, what I hear and speak through. */
export default function PhoneSheet({ close }: { readonly close: () => void }) {
  const t = useWords(phoneWords);
  const desk = useOwnDesk();
  return (
    <Overlay label={t.title} close={close} testId="phone-sheet">
      <div className={style['sheet']}>
        <Presence desk={desk} close={close} />
        <PhoneChoice desk={desk} />
        {desk?.phone === 'BROWSER' && (
          <>
            <DeviceChoice />
            <HeadsetTest />
          </>
        )}
        <Button type="text" onClick={close}>
          {t.close}
        </Button>
      </div>
    </Overlay>
  );
}

function Presence({ desk, close }: { readonly desk: DeskView | null; readonly close: () => void }) {
  const t = useWords(phoneWords);
  const format = useFormat();
  const problemText = useProblemText();
  const reasons = (useDeskAnswer().data?.reasons ?? []).filter((reason) => reason !== 'SUPERVISOR');
  const { pause, resume, error } = useDeskControls();
  const busy = pause.isPending || resume.isPending;
  const forced = desk?.forced ?? null;
  const choose = (reason: PauseReason) => pause.mutate(reason, { onSuccess: close });
  return (
    <section aria-label={t.presence}>
      <h2>{t.presence}</h2>
      <p data-testid="presence-state">
        {desk === null ? t.state.nobody : t.state[desk.state]}
        {desk?.reason && ` · ${t.reason[desk.reason]}`}
        {desk && ` · ${t.since(format.timeOfDay(desk.stateSince))}`}
      </p>
      {forced !== null && (
        <p className="near" data-testid="forced-pause">
          {t.forced(forced.byName, forced.note)} {t.forcedHint}
        </p>
      )}
      {desk?.wrapUpUntil && (
        <p>
          {t.wrapUpEnds} <Clock dueAt={desk.wrapUpUntil} startedAt={desk.stateSince} />
        </p>
      )}
      <div className={style['row']}>
        <KeyButton
          label={t.ready}
          combo="Alt+0"
          group="call"
          kind="primary"
          disabled={desk === null || desk.state === 'READY' || forced !== null}
          busy={busy}
          onPress={() => resume.mutate(undefined, { onSuccess: close })}
          testId="presence-ready"
        />
        {reasons.map((reason, index) => (
          <KeyButton
            key={reason}
            label={t.reason[reason]}
            combo={`Alt+${index + 1}`}
            group="call"
            small
            disabled={desk === null || forced !== null}
            busy={busy}
            onPress={() => choose(reason)}
            testId={`pause-${reason}`}
          />
        ))}
      </div>
      {error !== null && (
        <p className="critical" role="alert">
          {t.failed} {problemText(error)}
        </p>
      )}
    </section>
  );
}

function PhoneChoice({ desk }: { readonly desk: DeskView | null }) {
  const t = useWords(phoneWords);
  const { extension } = useUser();
  const answer = useDeskAnswer().data;
  const { claim } = useDeskControls();
  const registration = useSoftPhone((state) => state.registration);
  return (
    <section aria-label={t.phone}>
      <h2>{t.phone}</h2>
      {desk !== null && (
        <p data-testid="phone-in-use">
          {t.inUse(t.phones[desk.phone], extension ?? '')}
          {desk.phone === 'BROWSER' && ` · ${t.registration[registration]}`}
        </p>
      )}
      {answer?.browserPhone === false && <p className="note">{t.noBrowserPhone}</p>}
      {answer?.browserPhone === true && (
        <Radio.Group
          value={desk?.phone ?? null}
          disabled={claim.isPending}
          onChange={(event) => claim.mutate({ phone: event.target.value as DeskPhone, takeBack: true })}
          options={(['BROWSER', 'DESK'] as const).map((each) => ({ value: each, label: t.phones[each] }))}
        />
      )}
    </section>
  );
}

const KINDS: readonly [keyof Devices, MediaDeviceKind][] = [
  ['ring', 'audiooutput'],
  ['talk', 'audiooutput'],
  ['microphone', 'audioinput'],
];

function DeviceChoice() {
  const t = useWords(phoneWords);
  const { chosen, known, choose, look } = useDevices();
  useEffect(() => {
    void look();
  }, [look]);
  const named = (kind: MediaDeviceKind) =>
    known
      .filter((device) => device.kind === kind && device.deviceId !== '' && device.deviceId !== 'default')
      .map((device, index) => ({
        value: device.deviceId,
        label: device.label === '' ? t.unnamed(index + 1) : device.label,
      }));
  return (
    <section aria-label={t.devices}>
      <h2>{t.devices}</h2>
      {KINDS.map(([what, kind]) => (
        <label key={what} className={style['device']}>
          <span>{t.device[what]}</span>
          <Select
            value={chosen[what]}
            size="small"
            onChange={(id: string) => {
              choose(what, id);
              applyDevices();
            }}
            options={[{ value: '', label: t.systemChoice }, ...named(kind)]}
            getPopupContainer={(node: HTMLElement) => node.parentElement ?? document.body}
            data-testid={`device-${what}`}
          />
        </label>
      ))}
    </section>
  );
}
