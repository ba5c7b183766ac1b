import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Key } from '../design/parts/Key';
import { useKey } from '../keys/useKey';

interface FindBoxProps {
  readonly label: string;
  readonly value: string;
  /** Told after a pause in the typing. */
  readonly find: (text: string) => void;
}

const PAUSE_MILLIS = 250;

/** Narrows a list by words; `/` goes there, Escape and Enter come back. */
export function FindBox({ label, value, find }: FindBoxProps) {
  const input = useRef<InputRef>(null);
  const [text, setText] = useState(value);
  useKey('/', label, () => input.current?.focus(), { group: 'list' });
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => find(text), PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [text, value, find]);
  return (
    <Input
      ref={input}
      size="small"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape' || event.key === 'Enter') input.current?.blur();
      }}
      placeholder={label}
      aria-label={label}
      suffix={<Key combo="/" />}
      style={{ width: 250 }}
      data-testid="find"
    />
  );
}
