import type { SearchHit } from '../api/types';

const TARGETS: Record<SearchHit['type'], (hit: SearchHit) => string> = {
  VEHICLE: (hit) => `/vehicles/${hit.id}`,
  EVENT: (hit) => `/events/${hit.id}`,
  STATION: (hit) => `/stations/${hit.id}`,
  // A rescue is read in the story of its event, and a call leads to the events of its number.
  RESCUE: (hit) => `/events?rescue=${hit.id}`,
  CALL: (hit) => `/events?call=${hit.id}`,
};

/** Where something that was found is looked at. */
export function pathOf(hit: SearchHit): string {
  return TARGETS[hit.type](hit);
}
