import type { Actor } from '@bureau/contracts';
import { caseAccess, type AccessClause } from '@bureau/cases';

/**
 * Which intake items an actor may see, as SQL on `i`, its mailbox `m` and its account on a network `w`: those of cases that he may see, and what became
 * no case only when he sees every group's work and the brand is his.
 */
export function intakeAccess(actor: Actor, first: number): AccessClause {
  const cases = caseAccess(actor, first);
  if (cases.kind === 'all') return cases;
  const ofCase = `EXISTS (SELECT FROM cases c WHERE c.id = i.case_id AND ${cases.sql})`;
  const access = 'access' in actor ? actor.access : null;
  if (access?.scope !== 'all' || access.brandIds === null) return { ...cases, sql: ofCase };
  const brands = `$${first + cases.values.length}::bigint[]`;
  return {
    kind: cases.kind,
    sql: `(${ofCase} OR (i.case_id IS NULL AND coalesce(m.brand_id, w.brand_id) = ANY(${brands})))`,
    values: [...cases.values, access.brandIds],
  };
}
