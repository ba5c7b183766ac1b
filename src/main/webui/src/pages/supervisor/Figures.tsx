import type { ReactNode } from 'react';
import { StatusTag } from '../../design/parts/Tags';
import { useFormat } from '../../i18n/format';
import { useLanguage, useWords } from '../../i18n/language';
import style from './Supervisor.module.css';
import { abandonedPercent, verdictOf, type CallsToday, type ServiceLevel } from './report';
import { supervisorWords } from './words';

interface FigureProps {
  readonly title: string;
  readonly value: ReactNode;
  readonly unit?: string;
  readonly aside?: ReactNode;
  readonly tag?: ReactNode;
  readonly note: string;
  readonly testId?: string;
}

function Figure({ title, value, unit, aside, tag, note, testId }: FigureProps) {
  return (
    <section className={style['figure']} aria-label={title} data-testid={testId}>
      <header>
        <h2>{title}</h2>
        {tag}
      </header>
      <p className={style['value']}>
        <strong>{value}</strong> {unit} {aside && <span className="note">{aside}</span>}
      </p>
      <p className={`note ${style['definition']}`} title={note}>
        {note}
      </p>
    </section>
  );
}

/** The figures to be read across the room, each with its share and its definition. */
export function Figures({ today }: { readonly today: CallsToday }) {
  const t = useWords(supervisorWords);
  const format = useFormat();
  const language = useLanguage();
  const definition = (name: string) => today.definitions[name]?.[language] ?? '';
  const abandoned = abandonedPercent(today);
  return (
    <div className={style['figures']}>
      {today.serviceLevel.map((level) => (
        <Figure
          key={level.thresholdSeconds}
          title={t.serviceLevel(level.thresholdSeconds)}
          value={level.percent === null ? t.none : level.percent.toFixed(1)}
          unit="%"
          aside={t.of(level.numerator, level.denominator)}
          tag={<Verdict level={level} />}
          note={definition('serviceLevel')}
          testId={`service-level-${level.thresholdSeconds}`}
        />
      ))}
      <Figure
        title={t.waiting}
        value={today.waiting}
        unit={t.waitingUnit}
        note={definition('waiting') || t.waitingNote}
        testId="waiting-now"
      />
      <Figure
        title={t.longest}
        value={today.longestWaitSeconds === null ? t.none : format.clockFigure(today.longestWaitSeconds)}
        note={today.longestWaitSeconds === null ? t.nobody : t.longestNote}
      />
      <Figure
        title={t.abandoned}
        value={abandoned === null ? t.none : abandoned.toFixed(1)}
        unit="%"
        aside={t.of(today.abandoned, today.offered)}
        note={t.abandonedNote(today.abandoned, today.offered, today.shortAbandoned)}
        testId="abandoned-today"
      />
      <Figure
        title={t.answer}
        value={today.averageAnswerSeconds === null ? t.none : today.averageAnswerSeconds.toFixed(1)}
        unit={t.secondsUnit}
        aside={
          today.averageHandleSeconds === null
            ? undefined
            : t.handle(format.clockFigure(today.averageHandleSeconds))
        }
        note={definition('averageAnswerSeconds')}
      />
    </div>
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
