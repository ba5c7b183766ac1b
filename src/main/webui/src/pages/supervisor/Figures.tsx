import type { ReactNode } from 'react';
import { WaitingClock } from '../../design/parts/Clock';
import { StatusTag } from '../../design/parts/Tags';
import { useFormat } from '../../i18n/format';
import { useLanguage, useWords } from '../../i18n/language';
import style from './Figures.module.css';
import { longestWaitingSince, percentOf, verdictOf, type CallsToday, type ServiceLevel } from './report';
import { supervisorWords } from './words';

interface FigureProps {
  readonly title: string;
  readonly value: ReactNode;
  readonly unit?: string;
  readonly aside?: ReactNode;
  readonly tag?: ReactNode;
  readonly tone?: 'met' | 'missed' | 'unknown';
  readonly testId?: string;
}

function Figure({ title, value, unit, aside, tag, tone, testId }: FigureProps) {
  return (
    <section className={style['figure']} aria-label={title} data-tone={tone} data-testid={testId}>
      <header>
        <h2>{title}</h2>
        {tag}
      </header>
      <p className={style['value']}>
        <strong>{value}</strong>
        {unit !== undefined && <span className={style['unit']}>{unit}</span>}
        {aside !== undefined && <span className={style['aside']}>{aside}</span>}
      </p>
    </section>
  );
}

/** One or two figures above the sentence that says how they are made. */
function Card({ definition, children }: { readonly definition: string; readonly children: ReactNode }) {
  return (
    <div className={style['card']}>
      <div className={style['inCard']}>{children}</div>
      <p className={style['definition']} title={definition}>
        {definition}
      </p>
    </div>
  );
}

/** The figures to be read across the room, each with its share and its definition. */
export function Figures({ today }: { readonly today: CallsToday }) {
  const t = useWords(supervisorWords);
  const language = useLanguage();
  const definition = (name: string) => today.definitions[name]?.[language] ?? '';
  return (
    <div className={style['figures']}>
      <Card definition={definition('serviceLevel')}>
        {today.serviceLevel.map((level) => (
          <Level key={level.thresholdSeconds} level={level} />
        ))}
      </Card>
      <Card definition={definition('waiting')}>
        <Figure title={t.waiting} value={today.waiting} unit={t.waitingUnit} testId="waiting-now" />
      </Card>
      <Card definition={definition('longestWaitSeconds')}>
        <LongestWait today={today} />
      </Card>
      <Card definition={`${definition('abandoned')}${t.shortOnes(today.shortAbandoned)}`}>
        <Abandoned today={today} />
      </Card>
      <Card definition={definition('averageAnswerSeconds')}>
        <Answer today={today} />
      </Card>
    </div>
  );
}

function Level({ level }: { readonly level: ServiceLevel }) {
  const t = useWords(supervisorWords);
  return (
    <Figure
      title={t.serviceLevel(level.thresholdSeconds)}
      value={level.percent === null ? t.none : level.percent.toFixed(1)}
      unit="%"
      aside={
        <>
          <Verdict level={level} />
          <span>{t.of(level.numerator, level.denominator)}</span>
        </>
      }
      tone={verdictOf(level)}
      testId={`service-level-${level.thresholdSeconds}`}
    />
  );
}

function LongestWait({ today }: { readonly today: CallsToday }) {
  const t = useWords(supervisorWords);
  const since = longestWaitingSince(today);
  return (
    <Figure
      title={t.longest}
      value={since === null ? t.none : <WaitingClock since={since} size="wall" />}
      {...(since === null ? { aside: t.nobody } : {})}
      testId="longest-wait"
    />
  );
}

function Abandoned({ today }: { readonly today: CallsToday }) {
  const t = useWords(supervisorWords);
  const percent = percentOf(today.abandoned, today.offered);
  return (
    <Figure
      title={t.abandoned}
      value={percent === null ? t.none : percent.toFixed(1)}
      unit="%"
      aside={t.of(today.abandoned, today.offered)}
      testId="abandoned-today"
    />
  );
}

function Answer({ today }: { readonly today: CallsToday }) {
  const t = useWords(supervisorWords);
  const format = useFormat();
  const { averageAnswerSeconds, averageHandleSeconds } = today;
  return (
    <Figure
      title={t.answer}
      value={averageAnswerSeconds === null ? t.none : averageAnswerSeconds.toFixed(1)}
      unit={t.secondsUnit}
      tag={
        averageHandleSeconds !== null && (
          <span className="note">{t.handle(format.clockFigure(averageHandleSeconds))}</span>
        )
      }
      testId="average-answer"
    />
  );
}

function Verdict({ level }: { readonly level: ServiceLevel }) {
  const t = useWords(supervisorWords);
  switch (verdictOf(level)) {
    case 'met':
      return <StatusTag tone="met">{t.met(level.targetPercent)}</StatusTag>;
    case 'missed':
      return (
        <StatusTag tone="critical">
          {t.missed((level.targetPercent - (level.percent ?? 0)).toFixed(1), level.targetPercent)}
        </StatusTag>
      );
    case 'unknown':
      return <StatusTag tone="neutral">{t.unknown(level.targetPercent)}</StatusTag>;
  }
}
