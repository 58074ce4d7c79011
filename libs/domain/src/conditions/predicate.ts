import type { Field, Scalar } from './field.ts';

/**
 * What conditions come down to, whatever their operators were called: this is all that an interpreter must know.
 * A test holds when one of the field's values passes it, so that a field without values passes only `empty`; a negated
 * predicate is the exact opposite. There is no third answer.
 */
export type Test =
  | { kind: 'empty' }
  /** Exactly one of these. */
  | { kind: 'one-of'; values: readonly Scalar[] }
  /** One of these or below it in a nested list: «A» and «A::B». */
  | { kind: 'within'; values: readonly string[] }
  /** Folded text. */
  | { kind: 'text'; how: 'is' | 'contains' | 'begins' | 'ends'; values: readonly string[] }
  /** From, inclusive, to below, exclusive. Times in milliseconds; days as YYYY-MM-DD. */
  | { kind: 'range'; from: number | null; below: number | null }
  | { kind: 'days'; from: string | null; below: string | null }
  /** A regular expression in the syntax of RE2, on the text as it is written. */
  | { kind: 'pattern'; pattern: string }
  /** What the present write has changed. */
  | { kind: 'change'; side: 'any' | 'from' | 'to'; values: readonly Scalar[] };

export interface Predicate {
  field: Field;
  negated: boolean;
  test: Test;
}

/** Conditions as both interpreters walk them. */
export interface Plan {
  match: 'all' | 'any';
  parts: readonly (Predicate | Plan)[];
}

export function isPlan(part: Predicate | Plan): part is Plan {
  return 'parts' in part;
}

/** The predicates of a plan and of those in it. */
export function predicatesIn(plan: Plan): Predicate[] {
  return plan.parts.flatMap((part) => (isPlan(part) ? predicatesIn(part) : [part]));
}
