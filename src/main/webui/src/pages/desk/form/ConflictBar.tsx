import { Button } from 'antd';
import type { EventKind, ToldPlace } from '../../../api/types';
import { domainWords } from '../../../domain/words';
import { useWords } from '../../../i18n/language';
import { deskWords } from '../words';
import { useAnswerText, useQuestionText } from '../../../domain/answerText';
import { isAnswer, valueIn, type Field } from './changes';
import style from './ConflictBar.module.css';
import type { DraftHandle } from './useDraft';

/** Two people changed the same field: both are shown, the operator chooses, nothing is lost before. */
export function ConflictBar({ handle }: { readonly handle: DraftHandle }) {
  const t = useWords(deskWords);
  const fieldText = useFieldText();
  const valueText = useValueText();
  return (
    <div role="alert" className={style['bar']} data-testid="conflict">
      {handle.conflicts.map((field) => (
        <div key={field} className={style['row']}>
          <div className={style['words']}>
            <strong>▲ {t.conflict.title(fieldText(field))}</strong>
            <span className="truncate">
              {t.conflict.theirs(valueText(field, valueIn(handle.base, field)))}
            </span>
          </div>
          <Button size="small" type="primary" onClick={() => handle.draft.settle(field, 'mine')}>
            {t.conflict.mine}
          </Button>
          <Button size="small" onClick={() => handle.draft.settle(field, 'theirs')}>
            {t.conflict.takeTheirs}
          </Button>
        </div>
      ))}
    </div>
  );
}

function useFieldText(): (field: Field) => string {
  const t = useWords(deskWords);
  const questionText = useQuestionText();
  return (field) => (isAnswer(field) ? questionText(field.split('.')[1] ?? '') : t.conflict.fields[field]);
}

function useValueText(): (field: Field, value: unknown) => string {
  const t = useWords(deskWords);
  const words = useWords(domainWords);
  const answerText = useAnswerText();
  return (field, value) => {
    if (value === null || value === undefined || value === '') return t.conflict.empty;
    if (isAnswer(field)) return answerText(field.split('.')[1] ?? '', value as string);
    if (field === 'kind') return words.eventKind[value as EventKind];
    if (field === 'placeChoice') return t.place.chosen[value as 'FIX'];
    if (field === 'callerRole') return words.callerRole[value as 'DRIVER'];
    return typeof value === 'object' ? (value as ToldPlace).text : (value as string);
  };
}
