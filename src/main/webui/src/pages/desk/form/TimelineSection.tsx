import { Timeline } from '../../../domain/timeline/Timeline';
import { useWords } from '../../../i18n/language';
import { deskWords } from '../words';
import shared from './FormPanel.module.css';
import style from './TimelineSection.module.css';

/** What was written down of this case; on a small screen it is read on the Events page. */
export function TimelineSection({ eventId }: { readonly eventId: string }) {
  const t = useWords(deskWords);
  return (
    <section className={style['section']}>
      <div className={shared['headline']}>
        <h3 className={shared['heading']}>{t.form.timeline}</h3>
        <span className="note">{t.form.appendOnly}</span>
      </div>
      <div className={style['rows']}>
        <Timeline eventId={eventId} />
      </div>
    </section>
  );
}
