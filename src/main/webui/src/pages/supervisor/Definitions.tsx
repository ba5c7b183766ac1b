import { useState } from 'react';
import { useLanguage, useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import { Overlay } from '../../shell/Overlay';
import style from './Definitions.module.css';
import type { CallsToday } from './report';
import { supervisorWords } from './words';

/** How every figure of the page is made, whole, where a small screen has no room for it beside the figures. */
export function Definitions({ today }: { readonly today: CallsToday }) {
  const t = useWords(supervisorWords);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <KeyButton
        label={t.definitions}
        combo="D"
        group="supervisor"
        small
        onPress={() => setOpen(!isOpen)}
        testId="definitions"
      />
      {isOpen && <Sheet today={today} close={() => setOpen(false)} />}
    </>
  );
}

function Sheet({ today, close }: { readonly today: CallsToday; readonly close: () => void }) {
  const t = useWords(supervisorWords);
  const language = useLanguage();
  return (
    <Overlay label={t.definitions} close={close} testId="definitions-sheet">
      <dl className={style['list']}>
        {Object.entries(t.defined).map(([name, title]) => (
          <div key={name}>
            <dt>{title}</dt>
            <dd>{today.definitions[name]?.[language]}</dd>
          </div>
        ))}
      </dl>
    </Overlay>
  );
}
