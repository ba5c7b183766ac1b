import { useSyncExternalStore } from 'react';

/**
 * One clock for the whole console. It follows the service: a desk whose own clock is a minute off would otherwise
 * show promises as broken that are not. The offset is learnt from the instants in the live feed.
 */
let offsetMillis = 0;
let current = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** Milliseconds since 1970 by the service's clock. */
export function serverNow(): number {
  return Date.now() + offsetMillis;
}

/** Tells what the service's clock showed when a message was sent; small differences are the network's, not the clock's. */
export function learnServerTime(at: string): void {
  const offset = Date.parse(at) - Date.now();
  if (Number.isNaN(offset)) return;
  if (Math.abs(offset - offsetMillis) > 1500) offsetMillis = offset;
}

function tick(): void {
  current = serverNow();
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  current = serverNow();
  timer ??= setInterval(tick, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The instant now, renewed every second; every clock on the page moves in the same beat. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => current);
}

/** Whole seconds since an instant, never negative. */
export function secondsSince(instant: string, now: number): number {
  return Math.max(0, (now - Date.parse(instant)) / 1000);
}
