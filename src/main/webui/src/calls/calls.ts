import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { keys } from '../api/queries';
import type { CallLeg, CallView } from '../api/types';
import { useUser } from '../session/session';

/** Every call that is not over, as the service tells it; the live feed keeps it fresh. */
export function useLiveCalls() {
  return useQuery({
    queryKey: keys.liveCalls,
    queryFn: ({ signal }) => api.get<readonly CallView[]>('/calls/live', {}, signal),
  });
}

/** Callers that nobody has answered yet, the longest first. */
export function waitingOf(calls: readonly CallView[]): readonly CallView[] {
  return calls
    .filter((call) => call.direction === 'INBOUND' && ['OFFERED', 'QUEUED', 'RINGING'].includes(call.state))
    .toSorted((a, b) => a.offeredAt.localeCompare(b.offeredAt));
}

const isUp = (leg: CallLeg) => leg.endedAt === null;

/** The leg on which this desk speaks. */
export function ownLeg(call: CallView, extension: string | null): CallLeg | null {
  const talks = (leg: CallLeg) => isUp(leg) && leg.answeredAt !== null && leg.extension === extension;
  return call.legs.find(talks) ?? null;
}

/** Whom this desk has brought into the call, ringing or talking, besides the customer. */
export function thirdLeg(call: CallView, extension: string | null): CallLeg | null {
  const customer = call.direction === 'INBOUND' ? 'CALLER' : 'CUSTOMER';
  const far = call.legs.find((leg) => leg.role === customer && leg.answeredAt !== null);
  const others = call.legs.filter(
    (leg) => isUp(leg) && leg.role !== 'OTHER' && leg !== far && leg.extension !== extension,
  );
  return (call.direction === 'INBOUND' || far !== undefined ? others.at(-1) : undefined) ?? null;
}

export interface MyCalls {
  /** The call this desk speaks on. */
  readonly active: CallView | null;
  /** The call that rings at this desk. */
  readonly ringing: CallView | null;
}

/** What the telephone of this desk is doing. */
export function callsAt(extension: string | null, calls: readonly CallView[]): MyCalls {
  if (extension === null) return { active: null, ringing: null };
  const active = calls.find((call) => ownLeg(call, extension) !== null && call.state !== 'ENDED');
  // Also an answered call rings here: its operator asks, or hands it on.
  const ringing = calls.find((call) => call !== active && call.ringingExtensions.includes(extension));
  return { active: active ?? null, ringing: ringing ?? null };
}

export function useMyCalls(): MyCalls {
  const { extension } = useUser();
  return callsAt(extension, useLiveCalls().data ?? []);
}
