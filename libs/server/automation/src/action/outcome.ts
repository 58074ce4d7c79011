import type { ActionEffect, FieldChange, UpdateCase } from '@bureau/contracts';
import { ProblemError } from '@bureau/platform';

/** What became of an action. */
export type Outcome = Pick<ActionEffect, 'outcome' | 'reason' | 'changes' | 'message'>;

/** Fields that an action wants; written together with those of its neighbours. */
export interface Wish {
  wish: UpdateCase;
  /** Worth telling when it comes true: «Mia Larsen has the fewest open cases.» */
  reason?: string;
}

export function done(
  more: { changes?: FieldChange[]; message?: ActionEffect['message']; reason?: string | null } = {},
): Outcome {
  return { outcome: 'done', reason: more.reason ?? null, changes: more.changes ?? [], message: more.message ?? null };
}

/** Nothing was to be done, and why. */
export function nothing(reason: string, message: ActionEffect['message'] = null): Outcome {
  return { outcome: 'nothing', reason, changes: [], message };
}

/** It could not or may not be done, and why. */
export function refused(reason: string, message: ActionEffect['message'] = null): Outcome {
  return { outcome: 'refused', reason, changes: [], message };
}

/** What a verb had against it, in its own words. */
export function refusedBy(problem: ProblemError): Outcome {
  return refused(wordsOf(problem));
}

function wordsOf({ message, extra }: ProblemError): string {
  const errors: readonly unknown[] = Array.isArray(extra['errors']) ? extra['errors'] : [];
  const said = errors.flatMap((error) =>
    typeof error === 'object' && error !== null && 'message' in error ? [String(error.message)] : [],
  );
  return said.length === 0 ? message : said.join(' ');
}
