import type { TelephonyState } from '../api/types';
import { WideBar } from '../design/parts/WideBar';
import { useFormat } from '../i18n/format';
import { useWords } from '../i18n/language';
import { KeyButton } from '../keys/KeyButton';
import { useLive } from '../live/store';
import { reconnectLive } from '../live/useLiveFeed';
import { awayOf, heardLongestAgo } from '../telephony/switches';
import { secondsSince, useNow } from '../time/now';
import { shellWords } from './words';

/** A short gap mends itself before anybody has read the bar. */
const SILENT_SECONDS = 3;

/** Failures that concern everybody: the service is gone, or it no longer hears the switch. */
export function WideBars() {
  const t = useWords(shellWords);
  const format = useFormat();
  const now = useNow();
  const { lostSince, telephony } = useLive();
  const lost = lostSince === null ? 0 : secondsSince(lostSince, now);
  if (lost > SILENT_SECONDS) {
    return (
      <WideBar
        tone="critical"
        title={t.wide.lost(format.duration(lost))}
        detail={t.wide.lostDetail}
        testId="wide-lost"
        action={
          <KeyButton label={t.wide.reconnect} combo="Alt+R" group="anywhere" small onPress={reconnectLive} />
        }
      />
    );
  }
  if (telephony === null || telephony.connected) return null;
  return <Away telephony={telephony} />;
}

/** All switches are away, the only one is, or some of several are: then it says which. */
function Away({ telephony }: { readonly telephony: TelephonyState }) {
  const t = useWords(shellWords);
  const format = useFormat();
  const now = useNow();
  const away = awayOf(telephony);
  const isSome = away.length < telephony.switches.length;
  const silent = isSome ? heardLongestAgo(away) : telephony.lastHeardAt;
  const age = silent === null ? null : format.duration(secondsSince(silent, now));
  if (isSome) {
    const names = away.map((one) => one.pbx).join(' · ');
    const title = age === null ? t.wide.switchNever(names) : t.wide.switchAway(names, age);
    return <WideBar tone="near" title={title} detail={t.wide.switchDetail} testId="wide-telephony" />;
  }
  return (
    <WideBar
      tone="near"
      title={age === null ? t.wide.telephonyNever : t.wide.telephony(age)}
      detail={age === null ? t.wide.telephonyNeverDetail : t.wide.telephonyDetail}
      testId="wide-telephony"
    />
  );
}
