import { Tooltip } from 'antd';
import type { EventKind, EventView, PriorityCondition } from '../../../api/types';
import { PriorityTag } from '../../../design/parts/Tags';
import { domainWords } from '../../../domain/words';
import { useWords } from '../../../i18n/language';
import { deskWords } from '../words';
import style from './PriorityNote.module.css';
import { useAnswerText } from '../../../domain/answerText';

/** The priority, and the row of the table that made it. */
export function PriorityNote({ event }: { readonly event: EventView }) {
  const t = useWords(deskWords);
  const conditionText = useConditionText();
  if (event.priority === null) return <span className="note">{t.form.noPriority}</span>;
  const rule = event.priorityRule;
  const conditions = (rule?.conditions ?? []).map(conditionText).join(t.form.and);
  const words = rule === null ? '' : `${t.form.rule(rule.version, rule.row)}${conditions || t.form.ruleRest}`;
  return (
    <Tooltip title={words}>
      <span className={style['priority']} data-testid="priority">
        <PriorityTag level={event.priority} />
        <span className="truncate">{words}</span>
      </span>
    </Tooltip>
  );
}

function useConditionText(): (condition: PriorityCondition) => string {
  const t = useWords(deskWords);
  const words = useWords(domainWords);
  const answerText = useAnswerText();
  return ({ about, anyOf }) => {
    const name = (value: string) =>
      about === 'KIND' ? words.eventKind[value as EventKind] : answerText(about, value);
    return anyOf.map(name).join(t.form.or);
  };
}
