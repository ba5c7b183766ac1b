import { Input } from 'antd';
import type { CallerRole } from '../../../api/types';
import { domainWords } from '../../../domain/words';
import { useWords } from '../../../i18n/language';
import { deskWords } from '../words';
import { Choices } from './Choices';
import style from './PersonRow.module.css';
import type { DraftHandle } from './useDraft';

const ROLES: readonly CallerRole[] = ['DRIVER', 'OWNER', 'FLEET', 'OTHER'];

/** Who speaks for the truck. */
export function PersonRow({ handle }: { readonly handle: DraftHandle }) {
  const t = useWords(deskWords);
  const words = useWords(domainWords);
  const name = handle.draft.value('callerName') as string | null;
  const role = handle.draft.value('callerRole') as CallerRole | null;
  const isReadOnly = handle.base.state === 'CLOSED';
  return (
    <div className={style['row']}>
      <span className={style['label']}>{t.form.person}</span>
      <Input
        className={style['name']}
        value={name ?? ''}
        onChange={(event) =>
          handle.draft.change('callerName', event.target.value === '' ? null : event.target.value)
        }
        placeholder={t.form.personName}
        aria-label={`${t.form.person} ${t.form.personName}`}
        disabled={isReadOnly}
        size="small"
        maxLength={80}
        data-testid="person-name"
      />
      <Choices
        label={t.form.person}
        choices={ROLES.map((each) => ({ value: each, text: words.callerRole[each] }))}
        chosen={role}
        choose={(value) => handle.draft.change('callerRole', value)}
        isReadOnly={isReadOnly}
      />
    </div>
  );
}
