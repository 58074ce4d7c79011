import type { AccessClause } from '@bureau/identity';

/**
 * Which cases a customer may read on the pages of a brand, as SQL on `c`; its placeholders begin at `$first`. His own, and
 * those of his company when somebody here has allowed him that. The one place that says so (S32): every page asks here.
 */
export function customerCaseAccess(
  { customerId }: { customerId: number },
  brandId: number,
  first: number,
): AccessClause {
  const [brand, customer] = [`$${first}`, `$${first + 1}`];
  return {
    kind: 'center-customer',
    sql: `c.brand_id = ${brand} AND c.deleted_at IS NULL AND c.spam_at IS NULL AND c.merged_into_id IS NULL
      AND (c.customer_id = ${customer} OR c.customer_id IN (
        SELECT o.id FROM customers me JOIN customers o ON o.company_id = me.company_id
        WHERE me.id = ${customer} AND me.access_company_cases))`,
    values: [brandId, customerId],
  };
}

/**
 * What of a case customers may read, as SQL on its messages `m`; `$now` is a placeholder. Notes are no messages. What a
 * merge brought from a case of another brand, or of somebody else, is for those who work here (S32).
 */
export function shownToCustomers(now: string): string {
  return `m.purpose = 'message' AND m.hidden_at IS NULL AND (m.automatic IS NULL OR m.automatic = 'auto-answer')
    AND NOT EXISTS (SELECT FROM deliveries d WHERE d.message_id = m.id AND m.direction = 'out' AND (
      d.state = 'cancelled' OR d.replaced_by IS NOT NULL
      OR (d.state = 'pending' AND d.attempts = 0 AND d.undo_until > ${now}::timestamptz)))
    AND NOT EXISTS (SELECT FROM cases home JOIN cases here ON here.id = m.case_id
      WHERE home.id = m.home_case_id AND (home.brand_id <> here.brand_id OR living_customer(home.customer_id) <> here.customer_id))`;
}
