import type { NetworkFailure } from '../../social/network-failure.ts';

/** What X's own client waits after each attempt that failed, in seconds (external-apis.md 1.7). */
const STEPS = [5, 15, 30, 60, 90, 120, 180, 300, 600, 900];
/** Too many connections or calls: a minute, twice as long each time. */
const CROWDED_MS = 60_000;
const LONGEST_MS = 15 * 60_000;

/**
 * How long to wait before the stream is opened again, in milliseconds. `failures`: how many in a row, at least 1; when X says
 * itself until when it takes no more calls, not before.
 */
export function patienceAfter(
  failures: number,
  { failure, now }: { failure: NetworkFailure | null; now: Date },
): number {
  const step = (STEPS[failures - 1] ?? STEPS.at(-1) ?? 0) * 1000;
  if (failure?.kind !== 'rate') return step;
  const told = failure.retryAt === null ? 0 : failure.retryAt.getTime() - now.getTime();
  return Math.max(told, Math.min(LONGEST_MS, CROWDED_MS * 2 ** (failures - 1)));
}
