/** The two languages of the console. Chinese is the first. */
export type Language = 'zh' | 'en';

export const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** A message is a sentence, a function that makes one out of facts, or a group of messages. */
// A parameter list of `never` accepts every function; the callers see the exact one.
export type Message = string | ((...facts: never[]) => string);
export interface Messages {
  readonly [key: string]: Message | Messages;
}

/** The same keys with the same facts, but words of its own. */
export type SameShape<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...facts: infer F) => string
      ? (...facts: F) => string
      : SameShape<T[K]>;
};

export interface Words<T> {
  readonly zh: SameShape<T>;
  readonly en: SameShape<T>;
}

/**
 * Words of one part of the console in both languages, side by side in one `words.ts` next to that part.
 * A key that is missing in English, or a fact the other language does not know, does not compile.
 */
export function defineWords<const T extends Messages>(zh: T, en: SameShape<T>): Words<T> {
  return { zh: zh as unknown as SameShape<T>, en };
}
