import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** The filter of a list lives in the address, so that a list can be sent to a colleague. */
export function useFilter() {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (name: string, value: string | null) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          if (value === null || value === '') next.delete(name);
          else next.set(name, value);
          // Another filter is another list: it begins at its first page.
          if (name !== 'page') next.delete('page');
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  const page = Number(search.get('page') ?? 0);
  return { get: (name: string) => search.get(name), set, page, query: search.toString() };
}
