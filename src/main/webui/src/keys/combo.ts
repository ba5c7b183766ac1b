/**
 * Names of key strokes. A combo is written as people say it: `F2`, `Shift+F2`, `Ctrl+K`, `Ctrl+Enter`, `Alt+1`, `J`,
 * `?`. Letters and digits are read from the physical key, because Alt changes what they type on some systems and
 * because an input method that is switched on must not swallow a shortcut.
 */

const CAPTIONS: Record<string, string> = {
  Shift: '⇧',
  Enter: '↵',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** What is printed on the cap: `Shift+F2` is `⇧F2`, `Ctrl+Enter` is `Ctrl ↵`. */
export function keyCaption(combo: string): string {
  const parts = combo.split('+').map((part) => CAPTIONS[part] ?? part);
  return parts.join(' ').replace('⇧ ', '⇧');
}

function nameOf(event: KeyboardEvent): string {
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  if (letter !== undefined) return letter;
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1];
  if (digit !== undefined && !event.shiftKey) return digit;
  if (event.key === '?' || event.key === '？') return '?';
  if (digit !== undefined) return digit;
  return event.key === ' ' ? 'Space' : event.key;
}

/** The combo of a key stroke, or null for a bare modifier and for strokes that belong to an input method. */
export function comboOf(event: KeyboardEvent): string | null {
  // 229 is what browsers report while an input method composes, even where isComposing is not set.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing newer tells it in Safari
  if (event.isComposing || event.keyCode === 229) return null;
  if (['Shift', 'Control', 'Alt', 'Meta', 'Process'].includes(event.key)) return null;
  const name = nameOf(event);
  const modifiers = [
    (event.ctrlKey || event.metaKey) && 'Ctrl',
    event.altKey && 'Alt',
    event.shiftKey && name !== '?' && 'Shift',
  ].filter(Boolean);
  return [...modifiers, name].join('+');
}

/** Whether the stroke may be used while somebody types: F keys, and anything with Ctrl or Alt. */
export function worksWhileTyping(combo: string): boolean {
  return /^(?:Shift\+)?F\d+$/.test(combo) || /(?:^|\+)(?:Ctrl|Alt)\+/.test(combo);
}

/** Whether the focus is in something that takes text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  const unwritable = ['button', 'checkbox', 'radio', 'range', 'submit'];
  return target instanceof HTMLInputElement && !unwritable.includes(target.type);
}

/** Keys a button, a link or a radio button answers to by itself; taking them away would break the control. */
const OWN_KEYS = new Set(['Enter', 'Space', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

/** Whether the focused control has its own use for the stroke. */
export function belongsToControl(target: EventTarget | null, combo: string): boolean {
  if (!OWN_KEYS.has(combo) || !(target instanceof Element)) return false;
  return (
    target.closest('button, a, input, summary, [role="combobox"], [role="radio"], [role="tab"], canvas') !==
    null
  );
}
