import { useWords } from '../i18n/language';
import { useLive } from '../live/store';
import { useSettings } from '../session/session';
import style from './Banner.module.css';
import { shellWords } from './words';

/** Says that what is shown is a demo, and that no real switch is connected, for as long as that is so. */
export function Banner() {
  const t = useWords(shellWords);
  const isDemo = useSettings()?.demo === true;
  const isSimulated = useLive((state) => state.telephony?.mode === 'SIMULATOR');
  if (!isDemo && !isSimulated) return null;
  const words = [isDemo && t.demo, isSimulated && t.simulator].filter(Boolean).join(' · ');
  return (
    <div className={style['banner']} data-testid="demo-banner">
      {words}
    </div>
  );
}
