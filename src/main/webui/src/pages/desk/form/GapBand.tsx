import type { PlaceChoice } from '../../../api/types';
import { readBackText } from '../../../domain/told';
import { useLanguage, useWords } from '../../../i18n/language';
import { KeyButton } from '../../../keys/KeyButton';
import { deskWords } from '../words';
import style from './GapBand.module.css';
import type { DraftHandle } from './useDraft';

/** What to do about it: the post to read back where one was told. */
function useAdvice(handle: DraftHandle): string {
  const t = useWords(deskWords);
  const language = useLanguage();
  const likely = handle.base.placeGap?.likelyPostMeters ?? null;
  const post = likely ?? handle.base.toldPlace?.postMeters ?? null;
  return post === null ? t.place.gapNote : t.place.readAloud(readBackText(post, language));
}

/** Told and measured places differ: the words to settle it, and one key for each outcome. */
export function GapBand({ handle }: { readonly handle: DraftHandle }) {
  const t = useWords(deskWords);
  const language = useLanguage();
  const advice = useAdvice(handle);
  const gap = handle.base.placeGap;
  if (gap === null) return null;
  const choice = handle.draft.value('placeChoice') as PlaceChoice | null;
  const settle = (next: PlaceChoice) => handle.draft.change('placeChoice', next);
  const isOpen = choice === null && gap.disagrees;
  return (
    <div className={`${style['band']} ${isOpen ? style['open'] : ''}`} role="status" data-testid="place-gap">
      <p>
        {isOpen && <span aria-hidden="true">▲ </span>}
        <strong>{gap.sentence[language]}</strong>
        {choice !== null && <span className={style['chosen']}>{t.place.chosen[choice]}</span>}
      </p>
      {isOpen && <p className="note">{advice}</p>}
      {handle.base.state !== 'CLOSED' && (
        <div className={style['actions']}>
          <KeyButton
            label={t.place.useFix}
            combo="Alt+G"
            group="desk"
            kind={isOpen ? 'primary' : 'default'}
            small
            onPress={() => settle('FIX')}
            testId="use-fix"
          />
          <KeyButton
            label={t.place.useTold}
            combo="Alt+O"
            group="desk"
            small
            onPress={() => settle('TOLD')}
            testId="use-told"
          />
          <KeyButton
            label={t.place.undecided}
            combo="Alt+U"
            group="desk"
            small
            onPress={() => settle('UNDECIDED')}
          />
        </div>
      )}
    </div>
  );
}
