type PromiseWords = Readonly<Record<string, string>> & { readonly other: string };

/** The name of a promise; a kind that this console does not know is still called a promise. */
export function promiseName(words: PromiseWords, kind: string): string {
  return words[kind] ?? words.other;
}
