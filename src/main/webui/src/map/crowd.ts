import type { FeatureCollection, Point } from 'geojson';
import type { LivePosition } from '../api/types';
import { livePositions } from '../live/store';
import { serverNow } from '../time/now';

/** Beyond this age an arrow would say more than is known. */
const STALE_MILLIS = 30 * 60_000;

/** All moving trucks of the live feed: small arrows without names. */
export function crowdFeatures(
  positions: ReadonlyMap<string, LivePosition> = livePositions(),
  now: number = serverNow(),
): FeatureCollection<Point> {
  const features = Array.from(positions.values(), (position) => {
    const [id, , latitude, longitude, course, , fixedAtMillis] = position;
    const look = now - fixedAtMillis > STALE_MILLIS ? 'stale' : 'plain';
    return {
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: [longitude, latitude] },
      properties: { id, picture: `moving:${look}:`, turn: course ?? 0 },
    };
  });
  return { type: 'FeatureCollection', features };
}
