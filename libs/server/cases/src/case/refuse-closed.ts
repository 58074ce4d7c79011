import { ProblemError } from '@bureau/platform';
import type { LockedCase } from './case.repository.ts';

/** Why nothing more is written to a closed case: it was merged into another one, or it is closed for good. */
export function closedProblem(
  { mergedIntoId }: Pick<LockedCase, 'mergedIntoId'>,
  extra: { caseId?: number } = {},
): ProblemError {
  if (mergedIntoId === null) return new ProblemError('case.closed', extra);
  return new ProblemError('case.merged', { ...extra, mergedIntoId });
}

/** Throws case.merged, naming the case to write to instead, or case.closed. */
export function refuseClosed(supportCase: Pick<LockedCase, 'status' | 'mergedIntoId'>): void {
  if (supportCase.status === 'closed') throw closedProblem(supportCase);
}
