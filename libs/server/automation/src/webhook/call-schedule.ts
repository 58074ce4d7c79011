const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Between the attempts of a call: over most of a day, so that an evening's outage on the other side loses nothing. */
const WAITS_MS = [
  10_000,
  MINUTE_MS,
  5 * MINUTE_MS,
  15 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  2 * HOUR_MS,
  4 * HOUR_MS,
  8 * HOUR_MS,
] as const;

export const CALL_ATTEMPTS = WAITS_MS.length + 1;

/** When to try again after so many attempts that failed; null: given up. */
export function nextAttemptAt(attempts: number, at: Date): Date | null {
  const waitMs = WAITS_MS[attempts - 1];
  return waitMs === undefined ? null : new Date(at.getTime() + waitMs);
}
