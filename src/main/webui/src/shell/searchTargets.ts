import type { SearchHit } from '../api/types';

const TARGETS: Record<SearchHit['type'], (hit: SearchHit) => string> = {
  VEHICLE: (hit) => `/vehicles/${hit.id}`,
  EVENT: (hit) => `/events/${hit.id}`,
  STATION: (hit) => `/stations/${hit.id}`,
  RESCUE: (hit) => `/board?job=${hit.id}`,
  CALL: (hit) => `/calls/${hit.id}`,
};

/** Where something that was found is looked at. */
export function pathOf(hit: SearchHit): string {
  return TARGETS[hit.type](hit);
}
