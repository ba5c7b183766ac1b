import { describe, expect, it } from 'vitest';
import type { RescueJobView, RescueStage } from '../src/api/types';
import { boardMarks } from '../src/pages/board/boardMarks';
import { byNeed, LANES, laneOf, nextStep, otherSteps, wantsStation } from '../src/rescues/stages';
import { domainWords } from '../src/domain/words';

const NOW = Date.parse('2026-01-14T02:16:00Z');

function aJob(changes: Partial<RescueJobView> = {}): RescueJobView {
  return {
    id: 'job-1',
    number: 'RJ-260114-0001',
    eventId: 'event-1',
    eventNumber: 'EV-260114-0001',
    priority: 'P3',
    vehicle: null,
    place: { latitude: 34.4, longitude: 109.9, text: null, provenance: 'MEASURED' },
    station: null,
    stage: 'PENDING',
    stageSince: '2026-01-14T02:00:00Z',
    stages: [],
    promise: null,
    blockedBy: null,
    trips: [],
    ranking: null,
    assignedBy: null,
    allowedTransitions: [],
    version: 1,
    createdAt: '2026-01-14T02:00:00Z',
    ...changes,
  };
}

const due = (dueAt: string) => ({ kind: 'ARRIVE', dueAt, startedAt: null });

describe('the board', () => {
  it('puts the promise that breaks first on top, and jobs without one last', () => {
    const jobs = [
      aJob({ id: 'none', priority: 'P1' }),
      aJob({ id: 'later', promise: due('2026-01-14T04:00:00Z') }),
      aJob({ id: 'broken', promise: due('2026-01-14T02:00:00Z') }),
    ];
    expect(jobs.toSorted(byNeed).map((job) => job.id)).toEqual(['broken', 'later', 'none']);
  });

  it('puts the graver job first when no promise decides', () => {
    const jobs = [aJob({ id: 'p3' }), aJob({ id: 'p1', priority: 'P1' })];
    expect(jobs.toSorted(byNeed).map((job) => job.id)).toEqual(['p1', 'p3']);
  });

  it('has a lane for every stage of an open job', () => {
    const open = (Object.keys(domainWords.zh.stage) as RescueStage[]).filter(
      (stage) => stage !== 'CLOSED' && stage !== 'CANCELLED',
    );
    expect(open.filter((stage) => laneOf(stage) === null)).toEqual([]);
    expect(new Set(LANES.flatMap((lane) => lane.stages)).size).toBe(open.length);
  });

  it('asks for a station again when one declined or did not answer', () => {
    expect(
      (['PENDING', 'DECLINED', 'UNANSWERED'] as const).every((stage) => wantsStation(aJob({ stage }))),
    ).toBe(true);
    expect(wantsStation(aJob({ stage: 'OFFERED' }))).toBe(false);
  });

  it('offers the good way first and the others beside it, never a station behind the ranking', () => {
    const job = aJob({
      stage: 'OFFERED',
      allowedTransitions: ['DECLINED', 'OFFERED', 'ACCEPTED', 'CANCELLED'],
    });
    expect(nextStep(job)).toBe('ACCEPTED');
    expect(otherSteps(job)).toEqual(['DECLINED', 'CANCELLED']);
  });
});

describe('the map of the board', () => {
  it('marks a truck whose promise is broken, and the chosen one as our own', () => {
    const late = aJob({ id: 'late', promise: due('2026-01-14T02:00:00Z') });
    const chosen = aJob({ id: 'chosen' });
    const looks = boardMarks([late, chosen], chosen, null, NOW).map((mark) =>
      mark.kind === 'truck' ? mark.look : mark.kind,
    );
    expect(looks).toEqual(['broken', 'own']);
  });

  it('draws a told place with its quote mark until somebody measures it', () => {
    const told = aJob({ place: { latitude: 34.4, longitude: 109.9, text: 'K958', provenance: 'TOLD' } });
    expect(boardMarks([told], null, null, NOW)[0]?.kind).toBe('told');
  });

  it('leaves out a job without a place', () => {
    expect(boardMarks([aJob({ place: null })], null, null, NOW)).toEqual([]);
  });
});
