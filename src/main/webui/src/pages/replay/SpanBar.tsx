import { Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../i18n/language';
import { KeyButton } from '../../keys/KeyButton';
import style from './ReplayPage.module.css';
import { fieldOf, hoursOf, instantOf, isAskable, lastHours, SPANS, type Span } from './span';
import { replayWords } from './words';

interface SpanBarProps {
  readonly vehicleId: string;
  readonly span: Span;
  readonly choose: (span: Span) => void;
}

/** Which time is played: the last hours with one press, or any two instants. */
export function SpanBar({ vehicleId, span, choose }: SpanBarProps) {
  const t = useWords(replayWords);
  const navigate = useNavigate();
  const hours = hoursOf(span);
  return (
    <>
      <Segmented<number>
        size="small"
        aria-label={t.span}
        value={SPANS.find((each) => each === hours) ?? 0}
        onChange={(next) => choose(lastHours(next))}
        options={SPANS.map((each) => ({ value: each, label: t.hours(each) }))}
      />
      <Instants key={`${span.from} ${span.to}`} span={span} choose={choose} />
      <KeyButton
        label={t.back}
        combo="B"
        group="list"
        small
        onPress={() => void navigate(`/vehicles/${vehicleId}`)}
      />
    </>
  );
}

function Instants({ span, choose }: Omit<SpanBarProps, 'vehicleId'>) {
  const t = useWords(replayWords);
  const [from, setFrom] = useState(fieldOf(span.from));
  const [to, setTo] = useState(fieldOf(span.to));
  const wanted = { from: instantOf(from) ?? '', to: instantOf(to) ?? '' };
  const isWrong = !isAskable(wanted);
  const take = () => {
    const isChanged = from !== fieldOf(span.from) || to !== fieldOf(span.to);
    if (!isWrong && isChanged) choose(wanted);
  };
  const field = (label: string, value: string, set: (value: string) => void) => (
    <label>
      <span className="note">{label}</span>
      <input
        type="text"
        size={16}
        maxLength={16}
        placeholder="2026-01-14 02:30"
        value={value}
        aria-invalid={isWrong}
        title={isWrong ? t.wrongSpan : undefined}
        onChange={(event) => set(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
    </label>
  );
  return (
    <span className={style['instants']}>
      {field(t.from, from, setFrom)}
      {field(t.to, to, setTo)}
      {isWrong && (
        <span className="critical" role="alert">
          {t.wrongSpan}
        </span>
      )}
    </span>
  );
}
