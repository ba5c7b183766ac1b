import { Panel } from '../design/parts/Panel';
import { Empty } from '../design/parts/States';
import { useWords } from '../i18n/language';
import { listWords } from './words';

/** Where a record would be shown, while none is selected. */
export function NothingPicked({ title }: { readonly title: string }) {
  const t = useWords(listWords);
  return (
    <Panel title={title}>
      <Empty why={t.pickOne} next={t.pickOneNext} />
    </Panel>
  );
}
