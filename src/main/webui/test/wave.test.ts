import { describe, expect, it } from 'vitest';
import { HEIGHT, outline, secondsAt, WIDTH } from '../src/recordings/wave';

describe('the picture of a recording', () => {
  const heights = (points: string) => points.split(' ').map((point) => Number(point.split(',')[1]));

  it('draws the first side above the middle line and the second below', () => {
    const peaks = [0, 255, 64];
    expect(Math.max(...heights(outline(peaks, 'up')))).toBe(HEIGHT / 2);
    expect(Math.min(...heights(outline(peaks, 'up')))).toBe(1);
    expect(Math.min(...heights(outline(peaks, 'down')))).toBe(HEIGHT / 2);
    expect(Math.max(...heights(outline(peaks, 'down')))).toBe(HEIGHT - 1);
  });

  it('draws silence as a line and nothing as nothing', () => {
    expect(new Set(heights(outline([0, 0, 0], 'both')))).toEqual(new Set([HEIGHT / 2]));
    expect(outline([], 'both')).toBe('');
  });

  it('never seeks outside of the recording', () => {
    expect(secondsAt(WIDTH / 2, WIDTH, 90)).toBe(45);
    expect(secondsAt(-20, WIDTH, 90)).toBe(0);
    expect(secondsAt(WIDTH + 20, WIDTH, 90)).toBe(90);
    expect(secondsAt(10, 0, 90)).toBe(0);
  });
});
