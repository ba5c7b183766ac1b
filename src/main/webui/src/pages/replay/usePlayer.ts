import { useEffect, useRef, useState } from 'react';

/** How many times faster than it was. */
export const SPEEDS = [10, 60, 300, 1200] as const;

const FRAME_MILLIS = 100;

export interface Player {
  readonly at: number;
  readonly isPlaying: boolean;
  readonly speed: number;
  readonly seek: (at: number) => void;
  readonly toggle: () => void;
  readonly setSpeed: (speed: number) => void;
}

/** A clock that runs between two instants, begins at the end of them, and stops there again. */
export function usePlayer(from: number, to: number): Player {
  const [at, setAt] = useState(to);
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<number>(60);
  const last = useRef(0);
  useEffect(() => {
    if (!isPlaying) return;
    last.current = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const passed = (now - last.current) * speed;
      last.current = now;
      setAt((before) => Math.min(to, before + passed));
    }, FRAME_MILLIS);
    return () => clearInterval(timer);
  }, [isPlaying, speed, to]);
  const runs = isPlaying && at < to;
  if (isPlaying && !runs) setPlaying(false);
  return {
    at,
    isPlaying: runs,
    speed,
    seek: (next) => setAt(Math.min(to, Math.max(from, next))),
    toggle() {
      // At the end there is nothing left to play: it begins again.
      if (!runs && at >= to) setAt(from);
      setPlaying(!runs);
    },
    setSpeed,
  };
}
