/** The width and height of the picture; it is stretched to the room it has. */
export const WIDTH = 600;
export const HEIGHT = 64;

/** Speech is quiet most of the time; the root lets it be seen. */
const loudness = (peak: number) => Math.sqrt(peak / 255);

/**
 * The outline of one side: upwards from the middle line for the first, downwards for the second, both ways when there
 * is only one.
 */
export function outline(peaks: readonly number[], side: 'up' | 'down' | 'both'): string {
  const middle = HEIGHT / 2;
  const at = (i: number) => ((i * WIDTH) / peaks.length).toFixed(1);
  const line = (sign: number) =>
    peaks.map((peak, i) => `${at(i)},${(middle - sign * loudness(peak) * (middle - 1)).toFixed(1)}`);
  const up = side === 'down' ? [] : line(1);
  const down = side === 'up' ? [] : line(-1).toReversed();
  const start = side === 'down' ? `${WIDTH},${middle}` : `0,${middle}`;
  const end = side === 'down' ? `0,${middle}` : `${WIDTH},${middle}`;
  return side === 'both' ? [...up, ...down].join(' ') : [start, ...up, ...down, end].join(' ');
}

/** Where in the recording a place in the picture is, never outside of it. */
export function secondsAt(x: number, width: number, duration: number): number {
  return width <= 0 ? 0 : Math.min(Math.max(x / width, 0), 1) * duration;
}
