import { useEffect, useState } from 'react';
import { queryClient } from '../../api/queries';

/** A page that is never done asking comes to rest all the same. */
const LONGEST_WAIT_MILLIS = 2000;
const LOOK_MILLIS = 50;

/**
 * Whether the page has what it asked for. What is large and not read first waits for this: words and keys come before
 * the map and before menus.
 */
export function useRest(): boolean {
  const [isAtRest, setAtRest] = useState(false);
  useEffect(() => {
    const begin = performance.now();
    const timer = setInterval(() => {
      const waited = performance.now() - begin;
      if (queryClient.isFetching() > 0 && waited < LONGEST_WAIT_MILLIS) return;
      clearInterval(timer);
      setAtRest(true);
    }, LOOK_MILLIS);
    return () => clearInterval(timer);
  }, []);
  return isAtRest;
}
