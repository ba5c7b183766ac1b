import { Input } from 'antd';
import { useEffect, useState, type KeyboardEvent } from 'react';
import type { EventKind, Question } from '../../../api/types';
import { useProblemText } from '../../../api/useProblemText';
import { Failed, Loading } from '../../../design/parts/States';
import { useQuestions } from '../../../domain/eventQueries';
import { useWords } from '../../../i18n/language';
import { deskWords } from '../words';
import { useAnswerText, useQuestionText } from '../../../domain/answerText';
import { Choices, type Choice } from './Choices';
import shared from './FormPanel.module.css';
import style from './Questions.module.css';
import type { DraftHandle } from './useDraft';

/** Answers that must be seen from across the desk. */
const TONES: Readonly<Record<string, Choice['tone']>> = {
  'PERSON_SAFE.NO': 'critical',
  'STOPPED_ON.LANE': 'critical',
  'STOPPED_ON.SHOULDER': 'near',
  'INJURIES.YES': 'critical',
  'DANGEROUS_GOODS.YES': 'critical',
  'ENGINE.WONT_START': 'critical',
  'TEMPERATURE.BELOW_MINUS_10': 'near',
};

let isFocusWanted = false;

/** Puts the focus on the first question without an answer, as soon as the questions of the new kind are on the page. */
export function focusFirstOpenQuestion(): void {
  isFocusWanted = true;
  requestAnimationFrame(takeFocus);
}

function takeFocus(): void {
  const first = document.querySelector<HTMLElement>('[data-question][data-open="true"]');
  if (!isFocusWanted || first === null) return;
  isFocusWanted = false;
  first.focus();
}

function focusNeighbour(row: HTMLElement, by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-question]')];
  const next = rows[rows.indexOf(row) + by];
  if (next !== undefined) next.focus();
  else if (by === 1) document.querySelector<HTMLElement>('[data-testid="told-place"]')?.focus();
}

/** The structured questions of the kind, safety first; their answers decide the priority. */
export function Questions({ handle }: { readonly handle: DraftHandle }) {
  const t = useWords(deskWords);
  const problemText = useProblemText();
  const kind = handle.draft.value('kind') as EventKind | null;
  const questions = useQuestions(kind);
  useEffect(takeFocus, [questions.data]);
  const rows = questions.data?.toSorted((a, b) => a.order - b.order) ?? [];
  const done = rows.filter((row) => handle.draft.value(`answers.${row.code}`) !== '').length;
  if (kind === null) return <p className="note">{t.form.chooseKind}</p>;
  if (questions.isError) {
    return <Failed what={problemText(questions.error)} retry={() => void questions.refetch()} />;
  }
  if (questions.data === undefined) return <Loading rows={4} />;
  if (rows.length === 0) return <p className="note">{t.form.noQuestions}</p>;
  return (
    <section className={style['section']}>
      <div className={shared['headline']}>
        <h3 className={shared['heading']}>{t.form.questions}</h3>
        <span className="note">{t.form.answered(done, rows.length)}</span>
      </div>
      <ol className={style['grid']}>
        {rows.map((question, index) => (
          <QuestionRow key={question.code} question={question} number={index + 1} handle={handle} />
        ))}
      </ol>
    </section>
  );
}

interface QuestionRowProps {
  readonly question: Question;
  readonly number: number;
  readonly handle: DraftHandle;
}

function QuestionRow({ question, number, handle }: QuestionRowProps) {
  const questionText = useQuestionText();
  const label = questionText(question.code);
  return (
    <li className={style['row']}>
      {question.type === 'TEXT' ? (
        <TextAnswer question={question} number={number} label={label} handle={handle} />
      ) : (
        <ChoiceAnswer question={question} number={number} label={label} handle={handle} />
      )}
    </li>
  );
}

interface AnswerProps extends QuestionRowProps {
  readonly label: string;
}

function Label({ number, label }: { readonly number: number; readonly label: string }) {
  return (
    <>
      <span className={style['number']}>{number}</span>
      <span className={style['label']}>{label}</span>
    </>
  );
}

function ChoiceAnswer({ question, number, label, handle }: AnswerProps) {
  const answerText = useAnswerText();
  const field = `answers.${question.code}` as const;
  const value = handle.draft.value(field) as string;
  const isReadOnly = handle.base.state === 'CLOSED';
  const choose = (next: string) => handle.draft.change(field, next);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isReadOnly) return;
    const picked = question.choices.find(
      (choice) =>
        `Key${choice.key}` === event.code ||
        `Digit${choice.key}` === event.code ||
        `Numpad${choice.key}` === event.code,
    );
    if (picked !== undefined) choose(picked.value);
    else if (event.key === 'Enter') focusNeighbour(event.currentTarget, event.shiftKey ? -1 : 1);
    else if (event.key === 'ArrowDown') focusNeighbour(event.currentTarget, 1);
    else if (event.key === 'ArrowUp') focusNeighbour(event.currentTarget, -1);
    else if (event.key === 'Backspace' || event.key === 'Delete') choose('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // A row takes the keys of its answers; the buttons in it are for the mouse and for screen readers.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={style['focusable']}
      role="group"
      aria-label={label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
      data-question={question.code}
      data-open={value === ''}
      data-testid={`question-${question.code}`}
    >
      <Label number={number} label={label} />
      <Choices
        label={label}
        choices={question.choices.map((choice) => ({
          value: choice.value,
          key: choice.key,
          text: answerText(question.code, choice.value),
          tone: TONES[`${question.code}.${choice.value}`],
        }))}
        chosen={value}
        choose={choose}
        isReadOnly={isReadOnly}
        isInRow
      />
    </div>
  );
}

function TextAnswer({ question, number, label, handle }: AnswerProps) {
  const t = useWords(deskWords);
  const field = `answers.${question.code}` as const;
  const value = handle.draft.value(field) as string;
  const [isComposing, setComposing] = useState(false);
  return (
    <div className={style['focusable']}>
      <Label number={number} label={label} />
      <Input
        size="small"
        className={style['text']}
        value={value}
        onChange={(event) => handle.draft.change(field, event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onPressEnter={(event) => {
          if (!isComposing) focusNeighbour(event.currentTarget, 1);
        }}
        placeholder={t.form.code}
        maxLength={100}
        disabled={handle.base.state === 'CLOSED'}
        aria-label={label}
        data-question={question.code}
        data-open={value === ''}
        data-testid={`question-${question.code}`}
      />
    </div>
  );
}
