import { lazy, Suspense, useEffect, useState } from 'react';
import { Outlet } from 'react-router';
import { Loading } from '../design/parts/States';
import { useRest } from '../design/parts/useRest';
import { useWords } from '../i18n/language';
import { useKey } from '../keys/useKey';
import { keysWords } from '../keys/words';
import { useLiveFeed } from '../live/useLiveFeed';
import { DeskBars } from '../phone/DeskBars';
import { useHasDesk } from '../phone/desk';
import { useDeskKeeper } from '../phone/useDeskKeeper';
import { phoneWords } from '../phone/words';
import { Banner } from './Banner';
import { CommandPalette } from './CommandPalette';
import { KeySheet } from './KeySheet';
import { Rail } from './Rail';
import style from './Shell.module.css';
import { RingBar } from './RingBar';
import { TopBar } from './TopBar';
import { WideBars } from './WideBars';
import { shellWords } from './words';

const loadPhoneSheet = () => import('../phone/PhoneSheet');
const PhoneSheet = lazy(loadPhoneSheet);

type Overlay = 'palette' | 'keys' | 'phone' | null;

/** What stands around every page: banner, bar, rail, wide failures, search and the sheet of keys. */
export default function Shell() {
  useLiveFeed();
  useDeskKeeper();
  const t = useWords(shellWords);
  const words = useWords(keysWords);
  const phone = useWords(phoneWords);
  const hasDesk = useHasDesk();
  const isAtRest = useRest();
  useEffect(() => {
    // So that its key opens it at once later on; a sheet that cannot be fetched says so when it is opened.
    if (isAtRest && hasDesk) void loadPhoneSheet().catch(() => undefined);
  }, [isAtRest, hasDesk]);
  const [overlay, setOverlay] = useState<Overlay>(null);
  const toggle = (which: Exclude<Overlay, null>) => setOverlay((open) => (open === which ? null : which));
  useKey('Ctrl+K', t.palette.title, () => toggle('palette'), { group: 'anywhere' });
  useKey('?', words.title, () => toggle('keys'), { group: 'anywhere' });
  useKey('F10', phone.title, () => toggle('phone'), { group: 'call', enabled: hasDesk });
  return (
    <div className={style['shell']}>
      <a className={style['skip']} href="#content">
        {t.skip}
      </a>
      <Banner />
      <TopBar openPalette={() => setOverlay('palette')} openPhone={() => setOverlay('phone')} />
      <div className={style['below']}>
        <Rail openKeys={() => setOverlay('keys')} />
        <div className={style['main']}>
          <WideBars />
          <DeskBars />
          <RingBar />
          <main id="content" className={style['content']} tabIndex={-1}>
            <Suspense fallback={<Loading rows={8} />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
      </div>
      {overlay === 'palette' && <CommandPalette close={() => setOverlay(null)} />}
      {overlay === 'phone' && (
        <Suspense fallback={null}>
          <PhoneSheet close={() => setOverlay(null)} />
        </Suspense>
      )}
      {overlay === 'keys' && <KeySheet close={() => setOverlay(null)} />}
    </div>
  );
}
