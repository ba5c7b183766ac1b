import { useState } from 'react';
import { useWords } from '../../i18n/language';
import { CallPanel } from './CallPanel';
import { CallerPanel } from './CallerPanel';
import style from './DeskPage.module.css';
import { DraftContext } from './form/DraftContext';
import { FormPanel } from './form/FormPanel';
import { useDraft } from './form/useDraft';
import { MyEventsPanel } from './MyEventsPanel';
import { NearestPanel } from './NearestPanel';
import { QueuePanel } from './QueuePanel';
import { useDesk } from './useDesk';
import { WherePanel } from './WherePanel';
import { deskWords } from './words';

/** The operator's desk. Left: whom I speak with. Middle: what is said. Right: where, and who can go. */
export default function DeskPage() {
  const t = useWords(deskWords);
  const desk = useDesk();
  const draft = useDraft(desk.event.data);
  const [isMapLarge, setMapLarge] = useState(false);
  return (
    <DraftContext value={draft}>
      <div className={`${style['desk']} ${isMapLarge ? style['large'] : ''}`} data-testid="desk">
        <div className={style['left']}>
          <CallPanel desk={desk} />
          <CallerPanel desk={desk} />
          <MyEventsPanel desk={desk} />
          <QueuePanel />
        </div>
        <div className={style['middle']}>
          <FormPanel desk={desk} />
        </div>
        <section className={style['right']} aria-label={t.map.title}>
          <WherePanel desk={desk} isLarge={isMapLarge} toggle={() => setMapLarge(!isMapLarge)} />
          <NearestPanel desk={desk} />
        </section>
      </div>
    </DraftContext>
  );
}
