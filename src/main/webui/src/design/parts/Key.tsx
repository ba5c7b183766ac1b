import { keyCaption } from '../../keys/combo';
import style from './Key.module.css';

interface KeyProps {
  /** Such as `Ctrl+K`, `Shift+F2`, `Alt+1`, `J`. */
  readonly combo: string;
}

/** A key cap, shown on or beside the control it works. */
export function Key({ combo }: KeyProps) {
  return (
    <kbd className={style['key']} aria-hidden="true">
      {keyCaption(combo)}
    </kbd>
  );
}
