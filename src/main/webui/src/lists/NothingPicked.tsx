import { Panel } from '../design/parts/Panel';
import { Empty } from '../design/parts/States';
import { useWords } from '../i18n/language';
import { listWords } from './words';

interface NothingPickedProps {
  readonly title: string;
  readonly className?: string | undefined;
}

/** Where a record would be shown, while none is selected. */
export function NothingPicked({ title, className }: NothingPickedProps) {
  const t = useWords(listWords);
  return (
    <Panel title={title} className={className}>
      <Empty why={t.pickOne} next={t.pickOneNext} />
    </Panel>
  );
}
