import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { keys } from '../api/queries';
import type { CallsSummary, CallView } from '../api/types';
import { useLiveCalls, useMyCalls, waitingOf } from '../calls/calls';
import { Age } from '../design/parts/Age';
import { Clock, ElapsedClock, WaitingClock } from '../design/parts/Clock';
import { Key } from '../design/parts/Key';
import { useFormat } from '../i18n/format';
import { useWords } from '../i18n/language';
import { useLive } from '../live/store';
import { useHasDesk, useOwnDesk } from '../phone/desk';
import { phoneWords } from '../phone/words';
import { useSettings, useUser } from '../session/session';
import { FRESH_SECONDS, silentOf } from '../telephony/switches';
import { useNow } from '../time/now';
import { AccountMenu } from './AccountMenu';
import { ICONS } from './icons';
import style from './TopBar.module.css';
import { shellWords } from './words';

interface TopBarProps {
  readonly openPalette: () => void;
  readonly openPhone: () => void;
}

export function TopBar({ openPalette, openPhone }: TopBarProps) {
  const t = useWords(shellWords);
  return (
    <header className={style['bar']}>
      <div className={style['brand']}>
        <strong>Rescueline</strong>
        <span className={style['wide']}>{t.subtitle}</span>
      </div>
      <MyPhone open={openPhone} />
      <Today />
      <Hotlines />
      <Ages />
      <button type="button" className={style['search']} onClick={openPalette} data-testid="open-search">
        {ICONS.search}
        <span className={style['wide']}>{t.bar.search}</span>
        <Key combo="Ctrl+K" />
      </button>
      <WallClock />
      <AccountMenu />
    </header>
  );
}

/** What the telephone of this desk does right now. */
function MyPhone({ open }: { readonly open: () => void }) {
  const t = useWords(shellWords);
  const { extension } = useUser();
  const { active, ringing } = useMyCalls();
  if (active !== null) return <Phone words={t.bar.onCall} call={active} />;
  if (ringing !== null) return <Phone words={t.bar.ringing} call={ringing} />;
  if (extension === null) {
    return (
      <div className={style['cell']}>
        <span className="dim">{t.bar.noPhone}</span>
      </div>
    );
  }
  return (
    <button
      type="button"
      className={`${style['cell']} ${style['presence']}`}
      onClick={open}
      data-testid="presence"
    >
      <Presence />
      <span className={`dim ${style['wide']}`}>{t.bar.extension(extension)}</span>
      <Key combo="F10" />
    </button>
  );
}

/** Whether calls ring here, for how long not yet, and at which phone. */
function Presence() {
  const t = useWords(shellWords);
  const words = useWords(phoneWords);
  const desk = useOwnDesk();
  const hasDesk = useHasDesk();
  if (!hasDesk) return <span>{t.bar.ready}</span>;
  if (desk === null) return <span className="dim">{words.state.nobody}</span>;
  return (
    <>
      <span data-testid="desk-state" data-state={desk.staleAt === null ? desk.state : 'STALE'}>
        {desk.staleAt === null ? words.state[desk.state] : words.state.stale}
      </span>
      {desk.reason !== null && <span className="note">{words.reason[desk.reason]}</span>}
      {desk.state === 'PAUSED' && <ElapsedClock since={desk.stateSince} />}
      {desk.wrapUpUntil !== null && <Clock dueAt={desk.wrapUpUntil} startedAt={desk.stateSince} />}
      <span className={`note ${style['wide']}`}>{words.phones[desk.phone]}</span>
    </>
  );
}

function Phone({ words, call }: { readonly words: string; readonly call: CallView }) {
  return (
    <div className={`${style['cell']} ${style['own']}`} data-testid="my-phone">
      {ICONS.phone}
      <strong>{words}</strong>
      <ElapsedClock since={call.answeredAt ?? call.ringingAt ?? call.offeredAt} />
    </div>
  );
}

function Today() {
  const t = useWords(shellWords);
  const format = useFormat();
  const summary = useQuery({
    queryKey: keys.summary,
    queryFn: ({ signal }) => api.get<CallsSummary>('/reports/calls/summary', {}, signal),
    refetchInterval: 60_000,
  }).data;
  if (summary === undefined) return null;
  const average = summary.averageHandleSeconds;
  const words =
    average === null
      ? t.bar.todayCount(summary.answered)
      : t.bar.today(summary.answered, format.clockFigure(average));
  return <div className={`${style['cell']} ${style['wide']} ${style['today']}`}>{words}</div>;
}

/** How many wait on each hotline, and the longest of them. */
function Hotlines() {
  const t = useWords(shellWords);
  const hotlines = useSettings()?.hotlines ?? [];
  const waiting = waitingOf(useLiveCalls().data ?? []);
  return hotlines.map((hotline) => {
    const here = waiting.filter((call) => call.dialedNumber === hotline.number);
    const longest = here[0];
    return (
      <div key={hotline.number} className={`${style['cell']} ${longest ? '' : style['wide']}`}>
        <span className="dim">{hotline.label}</span>
        <strong>{t.bar.waiting(here.length)}</strong>
        {longest && <WaitingClock since={longest.offeredAt} />}
      </div>
    );
  });
}

function Ages() {
  const t = useWords(shellWords);
  const { telephony, positionsAt } = useLive();
  const silent = silentOf(telephony, useNow());
  const label = silent === null ? t.bar.telephony : `${t.bar.telephony} ${silent}`;
  return (
    <>
      <div className={style['cell']}>
        <Age label={label} at={telephony?.lastHeardAt ?? null} freshFor={FRESH_SECONDS} usableFor={60} />
      </div>
      {positionsAt !== null && (
        <div className={`${style['cell']} ${style['wide']}`}>
          <Age label={t.bar.positions} at={positionsAt} freshFor={10} usableFor={120} />
        </div>
      )}
    </>
  );
}

function WallClock() {
  const t = useWords(shellWords);
  const format = useFormat();
  const now = useNow();
  const hour = Number(format.hourMinute(now).slice(0, 2));
  const shift = hour >= 8 && hour < 20 ? t.shift.day : t.shift.night;
  return (
    <div className={`${style['cell']} ${style['time']}`}>
      <strong>{format.timeOfDay(now)}</strong>
      <span className={`note ${style['wide']}`}>
        {format.longDay(now)} {shift}
      </span>
    </div>
  );
}
