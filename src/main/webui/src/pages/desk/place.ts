import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { keys } from '../../api/queries';
import type { Capability, CallerCard, EventView, Ranking } from '../../api/types';

export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
}

/** Where help must go: what the event says, or while it rings the likely truck's fix. */
export function spotOf(event: EventView | undefined, card: CallerCard | undefined): Spot | null {
  const { latitude, longitude } = event?.place ?? event?.fix ?? {};
  if (typeof latitude === 'number' && typeof longitude === 'number') return { latitude, longitude };
  if (event !== undefined && event.vehicle !== null) return null;
  return card?.vehicles.find((each) => each.likely)?.position ?? null;
}

const NEED_BY_ENGINE: Readonly<Record<string, Capability>> = {
  WEICHAI: 'ENGINE_WEICHAI',
  CUMMINS: 'ENGINE_CUMMINS',
};

/** What a station must be able to repair, as far as the truck tells. */
export function needOf(event: EventView | undefined): readonly Capability[] {
  const need = NEED_BY_ENGINE[event?.vehicle?.engineMake?.toUpperCase() ?? ''];
  return need === undefined ? [] : [need];
}

/** Three decimals are about a hundred metres: a truck that rolls a little needs no new ranking. */
const rounded = (value: number) => Number(value.toFixed(3));

/** The nearest able stations. The caller card brings the first answer before anybody asks. */
export function useNearest(spot: Spot | null, need: readonly Capability[], known: Ranking | null) {
  const query = {
    latitude: rounded(spot?.latitude ?? 0),
    longitude: rounded(spot?.longitude ?? 0),
    need,
    limit: 3,
  };
  return useQuery({
    queryKey: keys.nearest(query),
    queryFn: ({ signal }) => api.get<Ranking>('/stations/nearest', query, signal),
    enabled: spot !== null,
    placeholderData: (before) => before ?? known ?? undefined,
  });
}
