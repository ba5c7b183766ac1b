/** The name of what blocks a job; a reason written by hand is shown as it was written. */
export function blockName(names: Readonly<Record<string, string>>, reason: string): string {
  return names[reason] ?? reason;
}
