// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { EventView } from '../src/api/types';
import { spotOf } from '../src/pages/desk/place';

const eventOf = (place: unknown, fix: unknown) =>
  ({ vehicle: { id: 'truck' }, place, fix }) as unknown as EventView;

it('goes where the told place is', () => {
  const told = { latitude: 34.1, longitude: 109.1 };

  expect(spotOf(eventOf(told, { latitude: 34.5, longitude: 109.5 }), undefined)).toEqual(told);
});

it('goes where the truck is when the told place is words alone', () => {
  const words = { latitude: null, longitude: null, told: { text: 'G30 K985+300' } };
  const fix = { latitude: 34.5, longitude: 109.5 };

  expect(spotOf(eventOf(words, fix), undefined)).toEqual(fix);
});

it('goes nowhere while neither is known', () => {
  expect(spotOf(eventOf(null, null), undefined)).toBeNull();
});
