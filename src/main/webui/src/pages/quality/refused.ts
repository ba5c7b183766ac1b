/** What the service counted of one sender, or of all. */
export interface RefusedSender {
  readonly terminalPhone?: string;
  readonly vehicleId?: string | null;
  readonly plate?: string | null;
  readonly address?: string;
  readonly total: number;
  readonly reasons: Readonly<Record<string, number>>;
  readonly latestReason: string | null;
  readonly latestAt: string | null;
}

export interface Refusals {
  readonly total: Readonly<Record<string, number>>;
  readonly terminals: readonly RefusedSender[];
  readonly addresses: readonly RefusedSender[];
}

/** The most frequent first. */
export const byCount = (counts: Readonly<Record<string, number>>): readonly (readonly [string, number])[] =>
  Object.entries(counts).sort(([, a], [, b]) => b - a);

/** Terminals and addresses in one list, the worst first: by one reason when it is given, otherwise by all. */
export function senders(refusals: Refusals, reason: string | null): readonly RefusedSender[] {
  const weight = (sender: RefusedSender) => (reason === null ? sender.total : (sender.reasons[reason] ?? 0));
  return [...refusals.terminals, ...refusals.addresses]
    .filter((sender) => weight(sender) > 0)
    .sort((a, b) => weight(b) - weight(a));
}

/** A reason's name and meaning; a reason this console does not know yet shows as the service names it. */
export function reasonText(
  words: Readonly<Record<string, string>>,
  reason: string,
): { readonly name: string; readonly why: string } {
  const [name = reason, why = ''] = (words[reason] ?? reason).split('|');
  return { name, why };
}
