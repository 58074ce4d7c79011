import type { SyncProblem } from '@bureau/contracts';

/** What came of one try to bring a record to Salesforce. */
export type PushEnd =
  /** Nothing is left to be done. */
  | { end: 'done' }
  /** Again after so many milliseconds. `failed`: it counts as a try that failed. */
  | { end: 'later'; ms: number; failed: boolean; problem: SyncProblem | null }
  /** Not again by itself. */
  | { end: 'dead'; problem: SyncProblem };

export const DONE: PushEnd = { end: 'done' };

export function later(ms: number, problem: SyncProblem | null = null): PushEnd {
  return { end: 'later', ms, failed: false, problem };
}
