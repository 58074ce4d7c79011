import type { RuleRun } from '@bureau/contracts';

/** When rules that lead to rules are stopped. */
export const RULE_GUARD = {
  /** Rules that led to a write, one through the other: behind so many no further ones are considered. */
  depth: 5,
  /** How often a rule does something to one case within an hour; after that it is a loop. */
  applicationsAnHour: 10,
  /** Failures in a row, after which a rule is switched off. */
  failuresInARow: 5,
  /** How many intervals in a row a time rule may be applied to one case (Desk's guard). */
  intervalsInARow: 3,
} as const;

/** Why no rule is considered for a write; null: they are. */
export function skipOf({ suppressRules, ruleIds = [] }: WrittenBy): RuleRun['skipped'] {
  if (suppressRules === true) return 'suppressed';
  return ruleIds.length > RULE_GUARD.depth ? 'depth' : null;
}

export interface WrittenBy {
  suppressRules?: boolean | undefined;
  /** The rules that led to it, one through the other. */
  ruleIds?: number[] | undefined;
}

/** Whether a rule has already been applied in the chain that led here: it is not asked again. */
export function isInChain(ruleId: number, { ruleIds = [] }: WrittenBy): boolean {
  return ruleIds.includes(ruleId);
}
