import type { ActionEffect, RuleFailure, RuleTrouble } from '@bureau/contracts';
import { describeTrouble } from '@bureau/domain';
import { ProblemError } from '@bureau/platform';

/** A rule of which nothing came, because each action was refused. */
export function refusedAll(refusals: readonly ActionEffect[]): RuleFailure {
  return {
    kind: 'refused',
    refusals: refusals.map(({ index, type, description, reason }) => ({
      ...{ index, type, description },
      reason: reason ?? 'The desk refused it.',
    })),
  };
}

/** Whatever a rule threw. */
export function thrownBy(error: unknown): RuleFailure {
  if (!(error instanceof ProblemError)) return { kind: 'broken' };
  return { kind: 'problem', code: error.code, reason: error.message };
}

/** In English, as all that the API says. */
export function troubleSentence(trouble: RuleTrouble): string {
  return describeTrouble(trouble, { sayAction: ({ description }) => description });
}
