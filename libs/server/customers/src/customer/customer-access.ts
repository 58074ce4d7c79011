import { seesEverything, type Actor } from '@bureau/contracts';
import { caseAccess, type AccessClause } from '@bureau/identity';

/**
 * Which customers an actor may see, as SQL on `p`; its placeholders begin at `$first` and its values are those of
 * {@link caseAccess}. Somebody who sees only some cases sees only their customers (security.md S25–S28, S32). This is the
 * one place that says so: lists, single reads, pictures, rooms and writes all ask here.
 */
export function customerAccess(actor: Actor, first: number): AccessClause {
  switch (actor.kind) {
    case 'system':
    case 'sync':
    case 'rule':
      return { kind: 'all', sql: 'true', values: [] };
    case 'customer':
      return { kind: 'customer', sql: `p.id = $${first}`, values: [actor.customerId] };
    case 'user':
    case 'application':
      if (!actor.permissions.includes('customers:view')) return { kind: 'none', sql: 'false', values: [] };
      if (seesEverything(actor.access)) return { kind: 'all', sql: 'true', values: [] };
      return withVisibleCase(actor, first);
  }
}

/** Which companies an actor may see, as SQL on `o`: all, or those with a customer whom he sees. */
export function companyAccess(actor: Actor, first: number): AccessClause {
  const { kind, sql, values } = customerAccess(actor, first);
  if (kind === 'all' || kind === 'none') return { kind, sql, values };
  return { kind, sql: `EXISTS (SELECT FROM customers p WHERE p.company_id = o.id AND ${sql})`, values };
}

function withVisibleCase(actor: Actor, first: number): AccessClause {
  const cases = caseAccess(actor, first);
  const sql = `EXISTS (SELECT FROM cases c WHERE c.customer_id = p.id AND c.deleted_at IS NULL AND ${cases.sql})`;
  return { kind: `cases-${cases.kind}`, sql, values: cases.values };
}
