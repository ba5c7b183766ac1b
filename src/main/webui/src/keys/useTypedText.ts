import { useState } from 'react';

interface TypedText {
  /** What stands in the box. */
  readonly text: string;
  readonly setText: (text: string) => void;
  /** The same without what an input method is still composing: half a syllable is nothing to search for. */
  readonly settled: string;
  /** For the box, so that it tells when a composition begins and ends. */
  readonly composition: { readonly onCompositionStart: () => void; readonly onCompositionEnd: () => void };
}

/** The text of a box that searches while somebody types, also with an input method for Chinese. */
export function useTypedText(initial = ''): TypedText {
  const [text, setText] = useState(initial);
  const [settled, setSettled] = useState(initial);
  const [isComposing, setComposing] = useState(false);
  if (!isComposing && settled !== text) setSettled(text);
  return {
    text,
    setText,
    settled,
    composition: {
      onCompositionStart: () => setComposing(true),
      onCompositionEnd: () => setComposing(false),
    },
  };
}
