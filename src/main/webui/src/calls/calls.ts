import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { keys } from '../api/queries';
import type { CallView } from '../api/types';
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

export interface MyCalls {
  /** The call this desk speaks on. */
  readonly active: CallView | null;
  /** The call that rings at this desk. */
  readonly ringing: CallView | null;
}

/** What the telephone of this desk is doing. */
export function callsAt(extension: string | null, calls: readonly CallView[]): MyCalls {
  if (extension === null) return { active: null, ringing: null };
  const active = calls.find((call) => call.state === 'ANSWERED' && call.operatorExtension === extension);
  const ringing = calls.find(
    (call) => call.state === 'RINGING' && call.ringingExtensions.includes(extension),
  );
  return { active: active ?? null, ringing: ringing ?? null };
}

export function useMyCalls(): MyCalls {
  const { extension } = useUser();
  return callsAt(extension, useLiveCalls().data ?? []);
}
