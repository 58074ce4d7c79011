import { type Actor, type CaseAccess } from '@bureau/contracts';

/** A condition on the rows of `c` (cases). `kind` names its shape, for the names of prepared statements. */
export interface AccessClause {
  kind: string;
  sql: string;
  values: unknown[];
  /**
   * Ways that an index can go, which together find what `sql` finds: cases are looked up by `key` for each of the ids in
   * `of`, then `rest` must hold. Absent when every case is found by one way only, `sql` itself.
   */
  ways?: { key: 'c.group_id' | 'c.assignee_id'; of: string; rest: string }[];
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
    case 'sync':
    case 'rule':
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
  const groups = scope === 'groups' ? `${next(groupIds)}::bigint[]` : '';
  const own = scope === 'all' ? '' : `${next(userId)}::bigint`;
  const served = brandIds === null ? '' : `c.brand_id = ANY(${next(brandIds)}::bigint[])`;
  const scoped = [groups && `c.group_id = ANY(${groups})`, own && `c.assignee_id = ${own}`]
    .filter(Boolean)
    .join(' OR ');
  const parts = [scoped && `(${scoped})`, served].filter(Boolean);
  if (parts.length === 0) return EVERYTHING;

  const rest = served || 'true';
  const byGroup = groups ? [{ key: 'c.group_id' as const, of: groups, rest }] : [];
  const byAssignee = own ? [{ key: 'c.assignee_id' as const, of: `ARRAY[${own}]`, rest }] : [];
  const kind = `${scope}${brandIds === null ? '' : '-brands'}`;
  return { kind, sql: parts.join(' AND '), values, ways: [...byGroup, ...byAssignee] };
}
