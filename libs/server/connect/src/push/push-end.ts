import type { SyncProblem } from '@bureau/contracts';

/** What came of one try to bring a record to Salesforce. */
export type PushEnd =
  /** Nothing is left to be done. */
  | { end: 'done'; went: boolean }
  /** Again after so many milliseconds. `failed`: it counts as a try that failed. */
  | { end: 'later'; ms: number; failed: boolean; problem: SyncProblem | null }
  /** Not again by itself. */
  | { end: 'dead'; problem: SyncProblem };

export const DONE: PushEnd = { end: 'done', went: true };
/** It does not go to Salesforce, for a reason that is none to worry about. */
export const STAYS: PushEnd = { end: 'done', went: false };

export function later(ms: number, problem: SyncProblem | null = null): PushEnd {
  return { end: 'later', ms, failed: false, problem };
}
