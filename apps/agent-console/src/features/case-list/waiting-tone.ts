const HOUR = 3_600_000;

/** From when on a customer has waited too long; milliseconds. The desk's policy until an administrator can set one. */
const CAUTION = 4 * HOUR;
const DANGER = 24 * HOUR;

/** How a waiting time is to be shown: plain, as a warning, as overdue. */
export function waitingTone(since: string, now: number): 'caution' | 'danger' | undefined {
  const waited = now - Date.parse(since);
  if (waited >= DANGER) return 'danger';
  return waited >= CAUTION ? 'caution' : undefined;
}
