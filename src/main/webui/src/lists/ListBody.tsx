import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useProblemText } from '../api/useProblemText';
import type { Page } from '../api/types';
import { Empty, Failed, Loading } from '../design/parts/States';
import { useWords } from '../i18n/language';
import { listWords } from './words';

interface ListBodyProps<T> {
  readonly query: UseQueryResult<Page<T>>;
  readonly empty?: ReactNode;
  readonly children: (page: Page<T>) => ReactNode;
}

/** A list in each of its states. What was there stays while it is fetched again, also when that fails. */
export function ListBody<T>({ query, empty, children }: ListBodyProps<T>) {
  const t = useWords(listWords);
  const problemText = useProblemText();
  const failed = query.isError && (
    <Failed what={`${t.failed} ${problemText(query.error)}`} retry={() => void query.refetch()} />
  );
  if (query.data === undefined) return failed || <Loading rows={8} />;
  if (query.data.items.length === 0) return empty ?? <Empty why={t.nothingFound} next={t.nothingFoundNext} />;
  return (
    <>
      {failed}
      {children(query.data)}
    </>
  );
}
