import type { Asking, CaseFacts } from './facts.ts';
import { lookAt, type Looked } from './look.ts';
import { isPlan, type Plan, type Predicate } from './predicate.ts';
import { passes } from './passes.ts';

/** Whether a case meets a plan. SQL says the same (server/cases/src/condition); a property test holds them together. */
export function matches(plan: Plan, facts: CaseFacts, asking: Asking): boolean {
  return meets(plan, lookAt(facts, asking));
}

/** As {@link matches}, of a case that many plans ask about. */
export function meets(plan: Plan, looked: Looked): boolean {
  const holds = (part: Predicate | Plan) => (isPlan(part) ? meets(part, looked) : isMet(part, looked));
  return plan.match === 'all' || plan.parts.length === 0 ? plan.parts.every(holds) : plan.parts.some(holds);
}

/** Whether one condition holds. */
export function isMet({ field, negated, test }: Predicate, looked: Looked): boolean {
  return passes(test, field, looked) !== negated;
}
