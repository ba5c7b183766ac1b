import { useEffect } from 'react';
import type { EventView } from '../../api/types';
import { useLivePosition } from '../../live/useLivePosition';

interface AskableEvent {
  readonly data: EventView | undefined;
  readonly refetch: () => unknown;
}

/**
 * A position is no new version of a case, so nobody brings the case again when its truck is heard of for the first time.
 * Asking once gives it its place, and with the place the stations that are near.
 */
export function useFirstFix({ data: event, refetch }: AskableEvent): void {
  const heard = useLivePosition(event?.vehicle?.id ?? null, null);
  const isNews = event !== undefined && event.fix === null && heard !== null;
  useEffect(() => {
    if (isNews) refetch();
  }, [isNews, refetch]);
}
