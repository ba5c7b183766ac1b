import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keys } from '../api/queries';
import { applyLive } from './apply';
import { LiveFeed } from './feed';
import { forgetPositions, nowIso, useLive } from './store';

let feed: LiveFeed | null = null;

/** Tries to reach the service at once. */
export function reconnectLive(): void {
  feed?.retryNow();
}

/** Keeps the live feed open while somebody is signed in. */
export function useLiveFeed(): void {
  const cache = useQueryClient();
  useEffect(() => {
    const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
    const current = new LiveFeed(`${scheme}//${location.host}/live`, {
      message: (message) => applyLive(cache, message),
      // The settings change with a release alone.
      gap: () =>
        void cache.invalidateQueries({ predicate: (query) => query.queryKey[0] !== keys.settings[0] }),
      connected() {
        current.send({ type: 'subscribe', positions: true });
        useLive.setState({ connection: 'open', lostSince: null });
      },
      sessionChanged: () => void cache.invalidateQueries({ queryKey: keys.session }),
      lost: () =>
        useLive.setState((state) => ({ connection: 'lost', lostSince: state.lostSince ?? nowIso() })),
    });
    feed = current;
    current.start();
    return () => {
      feed = null;
      current.stop();
      forgetPositions();
      useLive.setState({ connection: 'connecting', lostSince: null });
    };
  }, [cache]);
}
