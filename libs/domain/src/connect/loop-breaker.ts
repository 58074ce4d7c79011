/** So many writes that the sync caused, of one record and within so long, and it is suspected to run in a circle. */
export const LOOP = { writes: 10, withinMs: 600_000 } as const;

/**
 * Whether a record rests because it was written too often: null, or until when (milliseconds). `writes` are the moments of
 * what the sync wrote to it, on either side, in any order; those of a clock that was put back since count for nobody.
 */
export function loopSuspected(writes: readonly number[], now: number): number | null {
  const recent = writes.filter((at) => at <= now && at > now - LOOP.withinMs).sort((one, other) => one - other);
  const first = recent.at(-LOOP.writes);
  return first === undefined ? null : first + LOOP.withinMs;
}
