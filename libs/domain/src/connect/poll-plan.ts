import type { SyncObject } from '@bureau/contracts';
import { errorClass, type SalesforceError } from './error-classes.ts';
import { backOff, budgetPause, RETRY } from './failure-plan.ts';

/** When an object was asked for, and how that went. Milliseconds. */
export interface PollState {
  object: SyncObject;
  /** When it was last read to its end; null: never. */
  polledAt: number | null;
  /** Tries that failed since then. */
  failures: number;
  /** When it is asked again after a failure; null: the last try went well. */
  retryAt: number | null;
}

/** A failing object is asked at least so often, in intervals of the poll: its changes still come within minutes of its recovery. */
const MOST_INTERVALS = 3;
/** So many seconds doubled so often are longer than any interval. */
const MANY = 20;

/**
 * Which objects are asked now. Those that are well go together, for they are one call; one that failed comes when its own
 * time has come. A clock that was put back holds up nobody.
 */
export function objectsToPoll(states: readonly PollState[], now: number, everyMs: number): SyncObject[] {
  const isOver = ({ polledAt }: PollState) => polledAt === null || polledAt > now || now - polledAt >= everyMs;
  const turn = states.some((state) => state.retryAt === null && isOver(state));
  const asked = states.filter(({ retryAt }) =>
    retryAt === null ? turn : retryAt <= now || retryAt - now > RETRY.budgetMost,
  );
  return asked.map(({ object }) => object);
}

/**
 * Milliseconds until an object is asked again after one more failure: 1 s, 2 s, 4 s … and up to as much again by lot. When
 * the calls of the day are used up, a quarter of an hour and more. `failures`: before this one.
 */
export function pollBackOff(error: SalesforceError, { failures, chance, everyMs }: PollBackOff): number {
  if (errorClass(error) === 'budget') return budgetPause(failures);
  return Math.min(backOff(Math.min(failures, MANY), chance), MOST_INTERVALS * everyMs);
}

export interface PollBackOff {
  failures: number;
  /** Between 0 and 1, by lot. */
  chance: number;
  everyMs: number;
}
