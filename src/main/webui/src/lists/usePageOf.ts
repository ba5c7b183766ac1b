import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Page } from '../api/types';
import { useFilter } from './useFilter';

/** Rows of one page of a register. */
export const PAGE_SIZE = 50;

type Query = Parameters<typeof api.get>[1] & object;

/** One page of a register by its filter; what was there stays on the screen until the next page has come. */
export function usePageOf<T>(path: string, keyOf: (query: object) => readonly unknown[], wanted: Query) {
  const { page } = useFilter();
  const query: Query = { ...wanted, page, size: PAGE_SIZE };
  return useQuery({
    queryKey: keyOf(query),
    queryFn: ({ signal }) => api.get<Page<T>>(path, query, signal),
    placeholderData: (before) => before,
  });
}
