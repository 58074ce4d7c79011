import type { RuleRun } from '@bureau/contracts';

/** When rules that lead to rules are stopped. */
export const RULE_GUARD = {
  /** Rules that led to a write, one through the other: behind so many no further ones are considered. */
  depth: 5,
  /** How often a rule does something to one case within an hour; after that it rests on this case … */
  applicationsAnHour: 10,
  /** … for so long, in milliseconds. */
  restMs: 3_600_000,
  /** On how many cases a rule may come to rest within an hour; with the last of them it is switched off for all. */
  restsAnHour: 5,
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

/** How a rule stands to one case. Times in milliseconds. */
export interface Standing {
  /** How often it has done something to the case within the last hour. */
  times: number;
  /** When it last came to rest on it, and until when. */
  rest: { since: number; until: number } | null;
}

/**
 * Whether a rule may do something to a case, is still resting on it, or has now come back once too often. A rest that
 * begins in the future is from a clock that has been put back since: it holds nobody up.
 */
export function decideStanding({ times, rest }: Standing, now: number): 'apply' | 'resting' | 'comes-to-rest' {
  if (rest && rest.since <= now && now < rest.until) return 'resting';
  return times >= RULE_GUARD.applicationsAnHour ? 'comes-to-rest' : 'apply';
}
