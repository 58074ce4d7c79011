import type { FieldChange } from '@bureau/contracts';
import type { Asking, CaseFacts } from './facts.ts';
import type { Scalar } from './field.ts';
import { foldText } from './fold-text.ts';
import { findsPattern } from './pattern.ts';
import { isPlan, type Plan, type Predicate, type Test } from './predicate.ts';

/** Whether a case meets a plan. SQL says the same (server/cases/src/condition); a property test holds them together. */
export function matches(plan: Plan, facts: CaseFacts, asking: Asking): boolean {
  const holds = (part: Predicate | Plan) => (isPlan(part) ? matches(part, facts, asking) : isMet(part, facts, asking));
  return plan.match === 'all' || plan.parts.length === 0 ? plan.parts.every(holds) : plan.parts.some(holds);
}

function isMet({ field, negated, test }: Predicate, facts: CaseFacts, asking: Asking): boolean {
  return passes(test, field.read(facts, asking), changesOf(facts, field.changesAs)) !== negated;
}

function changesOf({ changes = [] }: CaseFacts, field: string | undefined): readonly FieldChange[] {
  return field === undefined ? [] : changes.filter((change) => change.field === field);
}

function passes(test: Test, values: readonly Scalar[], changes: readonly FieldChange[]): boolean {
  switch (test.kind) {
    case 'empty':
      return values.length === 0;
    case 'one-of':
      return values.some((value) => test.values.includes(value));
    case 'within':
      return values.some((value) => test.values.some((top) => value === top || `${value}`.startsWith(`${top}::`)));
    case 'text':
      return values.some((value) => passesText(test, foldText(`${value}`)));
    case 'pattern':
      return values.some((value) => findsPattern(test.pattern, `${value}`));
    case 'range':
      return values.some((value) => typeof value === 'number' && isBetween(value, test));
    case 'days':
      return values.some((value) => typeof value === 'string' && isBetween(value, test));
    case 'change':
      return changes.some((change) => passesChange(test, change));
  }
}

function passesText({ how, values }: Extract<Test, { kind: 'text' }>, text: string): boolean {
  switch (how) {
    case 'is':
      return values.includes(text);
    case 'contains':
      return values.some((value) => text.includes(value));
    case 'begins':
      return values.some((value) => text.startsWith(value));
    case 'ends':
      return values.some((value) => text.endsWith(value));
  }
}

function isBetween<T extends number | string>(value: T, { from, below }: { from: T | null; below: T | null }): boolean {
  return (from === null || value >= from) && (below === null || value < below);
}

/** A list of ids changed from a value when it has lost it, and to a value when it has gained it. */
function passesChange({ side, values }: Extract<Test, { kind: 'change' }>, { from, to }: FieldChange): boolean {
  if (side === 'any') return true;
  const [here, there] = side === 'from' ? [from, to] : [to, from];
  const gone: readonly unknown[] = Array.isArray(there) ? there : [];
  const present: readonly unknown[] = Array.isArray(here) ? here.filter((item) => !gone.includes(item)) : [here];
  return present.some((item) => values.some((value) => isSame(value, item)));
}

function isSame(wanted: Scalar, value: unknown): boolean {
  return typeof wanted === 'string' && typeof value === 'string'
    ? foldText(wanted) === foldText(value)
    : wanted === value;
}
