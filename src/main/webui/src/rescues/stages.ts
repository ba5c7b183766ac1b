import type { RescueJobView, RescueStage } from '../api/types';

/** The columns of the board. A job that was declined or not answered waits for a station again. */
export const LANES = [
  { name: 'pending', stages: ['PENDING', 'DECLINED', 'UNANSWERED'] },
  { name: 'offered', stages: ['OFFERED'] },
  { name: 'accepted', stages: ['ACCEPTED'] },
  { name: 'departed', stages: ['DEPARTED'] },
  { name: 'arrived', stages: ['ARRIVED', 'INSPECTING'] },
  { name: 'repairing', stages: ['REPAIRING'] },
  { name: 'parts', stages: ['WAITING_FOR_PARTS', 'SECOND_TRIP'] },
  { name: 'callback', stages: ['COMPLETED', 'CALLBACK'] },
] as const satisfies readonly { readonly name: string; readonly stages: readonly RescueStage[] }[];

export type LaneName = (typeof LANES)[number]['name'];

const WANTS_STATION: readonly RescueStage[] = LANES[0].stages;

/** Whether the next thing to do is to choose a station. */
export function wantsStation(job: RescueJobView): boolean {
  return WANTS_STATION.includes(job.stage);
}

export function laneOf(stage: RescueStage): LaneName | null {
  return LANES.find((lane) => (lane.stages as readonly RescueStage[]).includes(stage))?.name ?? null;
}

const PRIORITY_ORDER: Readonly<Record<string, number>> = { P1: 1, P2: 2, P3: 3, P4: 4 };

/** By the moment a promise breaks; jobs without a promise come last, the graver and the older first. */
export function byNeed(a: RescueJobView, b: RescueJobView): number {
  const due = (job: RescueJobView) => (job.promise === null ? Infinity : Date.parse(job.promise.dueAt));
  const grave = (job: RescueJobView) => PRIORITY_ORDER[job.priority ?? ''] ?? 5;
  const difference = due(a) - due(b);
  if (!Number.isNaN(difference) && difference !== 0) return difference;
  return grave(a) - grave(b) || a.createdAt.localeCompare(b.createdAt);
}

/** Ways a job ends or turns back; each asks for a reason. */
const NEEDS_REASON: readonly RescueStage[] = ['DECLINED', 'CANCELLED'];

export function needsReason(stage: RescueStage): boolean {
  return NEEDS_REASON.includes(stage);
}

const FORWARD: readonly RescueStage[] = [
  'ACCEPTED',
  'DEPARTED',
  'ARRIVED',
  'INSPECTING',
  'REPAIRING',
  'COMPLETED',
  'CALLBACK',
  'CLOSED',
];

/** The step that a job takes when all goes well; null while it waits for a station. */
export function nextStep(job: RescueJobView): RescueStage | null {
  return FORWARD.find((stage) => job.allowedTransitions.includes(stage)) ?? null;
}

/** The other ways out of this stage. Offering to a station goes through the ranking, not through here. */
export function otherSteps(job: RescueJobView): readonly RescueStage[] {
  const next = nextStep(job);
  return job.allowedTransitions.filter(
    (stage) => stage !== next && stage !== 'OFFERED' && stage !== 'PENDING',
  );
}
