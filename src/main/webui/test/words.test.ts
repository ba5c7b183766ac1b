import { describe, expect, it } from 'vitest';
import type { Message, Messages, Words } from '../src/i18n/words';

const modules = import.meta.glob<Record<string, Words<Messages>>>('../src/**/words.ts', { eager: true });
const areas = Object.entries(modules)
  .filter(([path]) => !path.endsWith('i18n/words.ts'))
  .flatMap(([path, module]) =>
    Object.entries(module).map(([name, words]) => ({ name: `${path} ${name}`, words })),
  );

/** Every message by its dotted key. */
function flatten(messages: Messages, prefix = ''): Map<string, Message> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]): [string, Message][] =>
      typeof value === 'object' ? [...flatten(value, `${prefix}${key}.`)] : [[prefix + key, value]],
    ),
  );
}

/** A message as text; functions are given plausible facts. */
function textOf(message: Message): string {
  if (typeof message === 'string') return message;
  return (message as (...facts: unknown[]) => string)(...Array.from({ length: message.length }, () => 7));
}

/** The names of languages are written in their own language everywhere. */
const isOwnName = (key: string) => key.startsWith('languages.');

describe('words of the console', () => {
  it('are found for the shell and the parts', () => {
    expect(areas.length).toBeGreaterThan(4);
  });

  it.each(areas)('$name has the same keys and facts in both languages', ({ words }) => {
    const chinese = flatten(words.zh);
    const english = flatten(words.en);
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
    for (const [key, message] of chinese) expect(typeof english.get(key), key).toBe(typeof message);
  });

  it.each(areas)('$name leaves nothing empty and nothing that looks like a key', ({ words }) => {
    for (const language of [words.zh, words.en]) {
      for (const [key, message] of flatten(language)) {
        const text = textOf(message);
        expect(text.trim(), key).not.toBe('');
        expect(text, key).not.toMatch(/^[a-z]+\.[a-zA-Z.]+$|undefined|\[object/);
      }
    }
  });

  it.each(areas)('$name has no Chinese in English and no exclamation marks', ({ words }) => {
    for (const [key, message] of flatten(words.en)) {
      if (!isOwnName(key)) expect(textOf(message), key).not.toMatch(/\p{Script=Han}/u);
    }
    for (const language of [words.zh, words.en]) {
      for (const [key, message] of flatten(language)) expect(textOf(message), key).not.toMatch(/[!！]/);
    }
  });
});
