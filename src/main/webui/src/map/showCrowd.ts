import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { LivePosition } from '../api/types';
import { livePositions, onPositions } from '../live/store';
import { serverNow } from '../time/now';
import { Crowd, isNothing, type CrowdChange, type CrowdChanges } from './crowd';

/** How often fixes are looked at for having grown old. */
const AGEING_MILLIS = 15_000;

/** Under this name the page's own timeline tells how long each change of the crowd kept it busy. */
export const CROWD_MEASURE = 'crowd';

function tellSource(map: MapLibreMap, name: string, change: CrowdChange): void {
  if (isNothing(change)) return;
  const source = map.getSource(name) as unknown as GeoJSONSource;
  // Aborted when the map is removed while its worker is still at it.
  source.updateData(change).catch(() => undefined);
}

function tell(map: MapLibreMap, changes: CrowdChanges): void {
  tellSource(map, 'crowd', changes.crowd);
  tellSource(map, 'alarms', changes.alarms);
}

function measured(work: () => void): void {
  const start = performance.now();
  work();
  performance.measure(CROWD_MEASURE, { start });
  // Whoever observes has been told; a page that is open for weeks keeps none of it.
  performance.clearMeasures(CROWD_MEASURE);
}

/** Draws the moving trucks: at most one change of the map in a frame, however often news comes. Returns what ends it. */
export function showCrowd(map: MapLibreMap): () => void {
  const crowd = new Crowd();
  const waiting = new Map<string, LivePosition>(livePositions());
  let frame = 0;
  const draw = () => {
    frame = 0;
    measured(() => tell(map, crowd.take(waiting.values(), serverNow())));
    waiting.clear();
  };
  const wait = (moved: readonly LivePosition[]) => {
    moved.forEach((position) => waiting.set(position[0], position));
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  draw();
  const end = onPositions(wait);
  const timer = setInterval(() => measured(() => tell(map, crowd.age(serverNow()))), AGEING_MILLIS);
  return () => {
    end();
    clearInterval(timer);
    cancelAnimationFrame(frame);
  };
}
