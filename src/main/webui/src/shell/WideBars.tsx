import { WideBar } from '../design/parts/WideBar';
import { useFormat } from '../i18n/format';
import { useWords } from '../i18n/language';
import { KeyButton } from '../keys/KeyButton';
import { useLive } from '../live/store';
import { reconnectLive } from '../live/useLiveFeed';
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
  const silent = telephony.lastHeardAt;
  return (
    <WideBar
      tone="near"
      title={
        silent === null ? t.wide.telephonyNever : t.wide.telephony(format.duration(secondsSince(silent, now)))
      }
      detail={silent === null ? t.wide.telephonyNeverDetail : t.wide.telephonyDetail}
      testId="wide-telephony"
    />
  );
}
