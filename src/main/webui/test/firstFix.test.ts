// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { EventView, LivePosition } from '../src/api/types';
import { takePositions } from '../src/live/store';
import { useFirstFix } from '../src/pages/desk/useFirstFix';

const fixOf = (vehicleId: string): LivePosition => [vehicleId, null, 34.5, 109.5, 270, 0, 1_700_000_000_000];

const eventOf = (vehicleId: string, fix: unknown) =>
  ({ vehicle: { id: vehicleId }, fix }) as unknown as EventView;

it('asks for the case again, once, when its truck is heard of for the first time', () => {
  const refetch = vi.fn();
  renderHook(() => useFirstFix({ data: eventOf('truck-1', null), refetch }));
  expect(refetch).not.toHaveBeenCalled();

  act(() => takePositions([fixOf('truck-1')]));
  act(() => takePositions([fixOf('truck-1')]));

  expect(refetch).toHaveBeenCalledOnce();
});

it('does not ask for a case whose place is known, nor because of another truck', () => {
  const refetch = vi.fn();
  renderHook(() => useFirstFix({ data: eventOf('truck-2', {}), refetch }));
  renderHook(() => useFirstFix({ data: eventOf('truck-3', null), refetch }));

  act(() => takePositions([fixOf('truck-2'), fixOf('truck-4')]));

  expect(refetch).not.toHaveBeenCalled();
});
