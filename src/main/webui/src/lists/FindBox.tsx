import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Key } from '../design/parts/Key';
import { useKey } from '../keys/useKey';
import { useTypedText } from '../keys/useTypedText';

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
  const { text, setText, settled, composition } = useTypedText(value);
  const [known, setKnown] = useState(value);
  const [sent, setSent] = useState(value);
  if (known !== value) {
    setKnown(value);
    // Somebody followed a link: the box shows the filter of the address. Our own words coming back change nothing.
    if (value !== sent) setText(value);
  }
  useKey('/', label, () => input.current?.focus(), { group: 'list' });
  useEffect(() => {
    if (settled === value) return;
    const timer = setTimeout(() => {
      setSent(settled);
      find(settled);
    }, PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [settled, value, find]);
  return (
    <Input
      ref={input}
      size="small"
      value={text}
      onChange={(event) => setText(event.target.value)}
      {...composition}
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
