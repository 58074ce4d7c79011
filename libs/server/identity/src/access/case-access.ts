import { type Actor, type CaseAccess } from '@bureau/contracts';

/** A condition on the rows of `c` (cases). `kind` names its shape, for the names of prepared statements. */
export interface AccessClause {
  kind: string;
  sql: string;
  values: unknown[];
}

const EVERYTHING: AccessClause = { kind: 'all', sql: 'true', values: [] };
const NOTHING: AccessClause = { kind: 'none', sql: 'false', values: [] };

/**
 * Which cases an actor may see, as SQL on `c`; its placeholders begin at `$first`. This is the one place that says so:
 * lists, counts, search, single reads and writes all ask here (security.md S25–S28). Customers see their own cases.
 */
export function caseAccess(actor: Actor, first: number): AccessClause {
  switch (actor.kind) {
    case 'system':
      return EVERYTHING;
    case 'customer':
      return { kind: 'customer', sql: `c.customer_id = $${first}`, values: [actor.customerId] };
    case 'user':
    case 'application':
      return actor.permissions.includes('cases:view')
        ? accessOf(actor.access, { userId: actor.userId, first })
        : NOTHING;
  }
}

function accessOf(
  { scope, groupIds, brandIds }: CaseAccess,
  { userId, first }: { userId: number; first: number },
): AccessClause {
  const values: unknown[] = [];
  const next = (value: unknown) => `$${first + values.push(value) - 1}`;
  const parts: string[] = [];
  if (scope === 'assigned') parts.push(`c.assignee_id = ${next(userId)}::bigint`);
  if (scope === 'groups') {
    parts.push(`(c.group_id = ANY(${next(groupIds)}::bigint[]) OR c.assignee_id = ${next(userId)}::bigint)`);
  }
  if (brandIds !== null) parts.push(`c.brand_id = ANY(${next(brandIds)}::bigint[])`);
  if (parts.length === 0) return EVERYTHING;
  return { kind: `${scope}${brandIds === null ? '' : '-brands'}`, sql: parts.join(' AND '), values };
}
