import type { Ranking, RescueJobView } from '../../api/types';
import type { LngLat, Mark } from '../../map/marks';

/** How many of the ranking are drawn; the rest would only hide the first ones. */
const SHOWN = 5;

function placeOf(job: RescueJobView): LngLat | null {
  const { latitude, longitude } = job.place ?? { latitude: null, longitude: null };
  return latitude === null || longitude === null ? null : [longitude, latitude];
}

function jobMark(job: RescueJobView, selected: RescueJobView | null, now: number): readonly Mark[] {
  const at = placeOf(job);
  if (at === null) return [];
  const label = job.vehicle?.plate ?? job.number;
  if (job.place?.provenance === 'TOLD') return [{ kind: 'told', id: job.id, at, label }];
  const isBroken = job.promise !== null && Date.parse(job.promise.dueAt) < now;
  const look = job.id === selected?.id ? 'own' : isBroken ? 'broken' : 'plain';
  return [{ kind: 'truck', id: job.id, at, label, look, courseDegrees: null, need: look === 'own' ? 5 : 3 }];
}

function rankingMarks(job: RescueJobView, ranking: Ranking): readonly Mark[] {
  const truck = placeOf(job);
  const candidates = ranking.candidates.slice(0, SHOWN).map((candidate): Mark => ({
    kind: 'station',
    id: candidate.station.id,
    at: [candidate.station.longitude, candidate.station.latitude],
    look: candidate.rank === 1 ? 'first' : 'able',
    rank: candidate.rank,
    label: candidate.station.name,
  }));
  const excluded = ranking.excluded.slice(0, SHOWN).map((each): Mark => ({
    kind: 'station',
    id: each.station.id,
    at: [each.station.longitude, each.station.latitude],
    look: 'excluded',
  }));
  const first = ranking.candidates[0];
  if (truck === null || first === undefined) return [...candidates, ...excluded];
  const line: Mark = {
    kind: 'line',
    id: `choice:${job.id}`,
    look: 'choice',
    path: [truck, [first.station.longitude, first.station.latitude]],
  };
  return [line, ...candidates, ...excluded];
}

/** What the board's map shows. A job already given shows its station instead of the ranking. */
export function boardMarks(
  jobs: readonly RescueJobView[],
  selected: RescueJobView | null,
  ranking: Ranking | null,
  now: number,
): readonly Mark[] {
  const trucks = jobs.flatMap((job) => jobMark(job, selected, now));
  if (selected === null) return trucks;
  if (ranking !== null) return [...rankingMarks(selected, ranking), ...trucks];
  const station = selected.station;
  if (station === null) return trucks;
  const given: Mark = {
    kind: 'station',
    id: station.id,
    at: [station.longitude, station.latitude],
    look: 'first',
    label: station.name,
  };
  return [given, ...trucks];
}

/** What the view moves to when a job is chosen: the truck and those who could go. */
export function focusOf(job: RescueJobView | null, ranking: Ranking | null): readonly LngLat[] {
  if (job === null) return [];
  const truck = placeOf(job);
  const stations = (ranking?.candidates ?? [])
    .slice(0, 3)
    .map((candidate): LngLat => [candidate.station.longitude, candidate.station.latitude]);
  const own: readonly LngLat[] =
    job.station === null || ranking !== null ? [] : [[job.station.longitude, job.station.latitude]];
  return [...(truck === null ? [] : [truck]), ...stations, ...own];
}
