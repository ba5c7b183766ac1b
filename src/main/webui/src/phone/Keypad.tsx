import { Button } from 'antd';
import { useWords } from '../i18n/language';
import style from './CallKeys.module.css';
import { pressKey } from './softPhone';
import { phoneWords } from './words';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** Keys for somebody else's machine. */
export function Keypad() {
  const t = useWords(phoneWords);
  return (
    <div className={style['pad']} role="group" aria-label={t.keypad}>
      {KEYS.map((key) => (
        <Button key={key} size="small" onClick={() => pressKey(key)} data-testid={`key-${key}`}>
          {key}
        </Button>
      ))}
    </div>
  );
}
