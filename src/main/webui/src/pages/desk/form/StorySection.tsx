import { Input } from 'antd';
import { useRef } from 'react';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { Key } from '../../../design/parts/Key';
import { useWords } from '../../../i18n/language';
import { useKey } from '../../../keys/useKey';
import { deskWords } from '../words';
import shared from './FormPanel.module.css';
import style from './StorySection.module.css';
import type { DraftHandle } from './useDraft';

/** What happened, in the operator's words. */
export function StorySection({ handle }: { readonly handle: DraftHandle }) {
  const t = useWords(deskWords);
  const area = useRef<TextAreaRef>(null);
  const isReadOnly = handle.base.state === 'CLOSED';
  useKey('Alt+S', t.form.story, () => area.current?.focus({ cursor: 'end' }), {
    group: 'desk',
    enabled: !isReadOnly,
  });
  return (
    <section className={style['section']}>
      <div className={shared['headline']}>
        <h3 className={shared['heading']}>{t.form.story}</h3>
        <Key combo="Alt+S" />
      </div>
      <Input.TextArea
        ref={area}
        className={style['area']}
        value={handle.draft.value('story') as string}
        onChange={(event) => handle.draft.change('story', event.target.value)}
        placeholder={t.form.storyHint}
        aria-label={t.form.story}
        maxLength={4000}
        disabled={isReadOnly}
        data-testid="story"
      />
    </section>
  );
}
