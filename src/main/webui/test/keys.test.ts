// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { comboOf, keyCaption } from '../src/keys/combo';
import { listenForKeys, useKeyRegistry } from '../src/keys/registry';

function stroke(
  init: KeyboardEventInit & { keyCode?: number },
  target: EventTarget = document.body,
): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
}

describe('the name of a stroke', () => {
  it('is read from the physical key, so that Alt cannot change it', () => {
    expect(comboOf(new KeyboardEvent('keydown', { code: 'Digit1', key: '¡', altKey: true }))).toBe('Alt+1');
    expect(comboOf(new KeyboardEvent('keydown', { code: 'KeyK', key: 'k', ctrlKey: true }))).toBe('Ctrl+K');
  });

  it('knows Shift on F keys and on digits', () => {
    expect(comboOf(new KeyboardEvent('keydown', { code: 'F2', key: 'F2', shiftKey: true }))).toBe('Shift+F2');
    const init = { code: 'Digit2', key: '@', shiftKey: true, altKey: true };
    expect(comboOf(new KeyboardEvent('keydown', init))).toBe('Alt+Shift+2');
  });

  it('is nothing for a bare modifier and while an input method composes', () => {
    expect(comboOf(new KeyboardEvent('keydown', { code: 'AltLeft', key: 'Alt', altKey: true }))).toBeNull();
    expect(comboOf(new KeyboardEvent('keydown', { code: 'KeyJ', key: 'j', isComposing: true }))).toBeNull();
  });

  it('finds the question mark of a Chinese input method too', () => {
    expect(comboOf(new KeyboardEvent('keydown', { code: 'Slash', key: '？', shiftKey: true }))).toBe('?');
  });

  it('is printed short on the cap', () => {
    expect(keyCaption('Shift+F2')).toBe('⇧F2');
    expect(keyCaption('Ctrl+Enter')).toBe('Ctrl ↵');
  });
});

describe('a key that was given a meaning', () => {
  let stop: () => void;
  beforeEach(() => {
    stop = listenForKeys();
  });
  afterEach(() => {
    stop();
    useKeyRegistry.setState({ bindings: [] });
    document.body.innerHTML = '';
  });

  function claim(combo: string, enabled = true) {
    const run = vi.fn();
    useKeyRegistry.getState().add({ combo, label: combo, group: 'desk', run, enabled });
    return run;
  }

  function focusInput(): HTMLInputElement {
    const input = document.createElement('input');
    document.body.append(input);
    input.focus();
    return input;
  }

  it('works from anywhere and keeps the browser from using it', () => {
    const run = claim('Ctrl+S');
    const event = stroke({ code: 'KeyS', key: 's', ctrlKey: true });
    expect(run).toHaveBeenCalledOnce();
    expect(event.defaultPrevented).toBe(true);
  });

  it('works while somebody types when it is an F key or has Ctrl or Alt', () => {
    const answer = claim('F2');
    const kind = claim('Alt+1');
    const input = focusInput();
    stroke({ code: 'F2', key: 'F2' }, input);
    stroke({ code: 'Digit1', key: '1', altKey: true }, input);
    expect(answer).toHaveBeenCalledOnce();
    expect(kind).toHaveBeenCalledOnce();
  });

  it('leaves single letters to the text while somebody types', () => {
    const run = claim('J');
    const event = stroke({ code: 'KeyJ', key: 'j' }, focusInput());
    expect(run).not.toHaveBeenCalled();
    expect(event.defaultPrevented).toBe(false);
  });

  it('leaves Enter to a focused button', () => {
    const run = claim('Enter');
    const button = document.createElement('button');
    document.body.append(button);
    stroke({ code: 'Enter', key: 'Enter' }, button);
    expect(run).not.toHaveBeenCalled();
  });

  it('goes to the latest claimant that can act', () => {
    const first = claim('Alt+B');
    const second = claim('Alt+B');
    claim('Alt+B', false);
    stroke({ code: 'KeyB', key: 'b', altKey: true });
    expect(second).toHaveBeenCalledOnce();
    expect(first).not.toHaveBeenCalled();
  });

  it('does not repeat an act while the key is held down', () => {
    const run = claim('Ctrl+Enter');
    stroke({ code: 'Enter', key: 'Enter', ctrlKey: true, repeat: true });
    expect(run).not.toHaveBeenCalled();
  });
});
