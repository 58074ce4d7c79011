import { statement, type Statement } from '@bureau/platform';
import type { CaseView } from '@bureau/contracts';
import type { AccessClause } from './case-access.ts';

/** The contract `CaseSummary`, built by PostgreSQL from `c` and its joined customer, brand, assignee and group. */
export const SUMMARY = `
  'id', c.id, 'subject', c.subject, 'excerpt', c.excerpt, 'status', c.status, 'priority', c.priority,
  'channel', c.channel, 'sequence', c.sequence,
  'customer', json_build_object('id', p.id, 'name', p.name, 'address', p.address),
  'company', CASE WHEN p.company_id IS NOT NULL THEN (
    SELECT json_build_object('id', o.id, 'name', o.name) FROM companies o WHERE o.id = p.company_id) END,
  'brand', json_build_object('id', b.id, 'name', b.name),
  'assignee', CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END,
  'group', CASE WHEN g.id IS NOT NULL THEN json_build_object('id', g.id, 'name', g.name) END,
  'labels', CASE WHEN c.label_ids = '{}' THEN '[]' ELSE (
    SELECT coalesce(json_agg(json_build_object('id', l.id, 'name', l.name, 'color', l.color) ORDER BY array_position(c.label_ids, l.id)), '[]')
    FROM labels l WHERE l.id = ANY(c.label_ids)) END,
  'lock', CASE WHEN c.locked_until > now() THEN (
    SELECT json_build_object('user', json_build_object('id', k.id, 'name', k.name), 'until', c.locked_until)
    FROM users k WHERE k.id = c.locked_by) END,
  'snooze', CASE WHEN c.snoozed_at IS NOT NULL THEN json_build_object('since', c.snoozed_at, 'until', c.snoozed_until) END,
  'waitingSince', c.waiting_since,
  'rating', CASE WHEN c.rating IS NOT NULL THEN json_build_object('value', c.rating, 'type', c.rating_type, 'at', c.rated_at) END,
  'deliveryTrouble', c.delivery_trouble,
  'createdAt', c.created_at, 'activeAt', c.active_at, 'updatedAt', c.updated_at`;

export const JOINS = `
  JOIN customers p ON p.id = c.customer_id
  JOIN brands b ON b.id = c.brand_id
  LEFT JOIN users u ON u.id = c.assignee_id
  LEFT JOIN groups g ON g.id = c.group_id`;

/** What each view shows; every condition matches a partial index in activity order. Sleeping cases and spam wait elsewhere. */
const VIEWS: Record<CaseView, string> = {
  inbox: `c.status IN ('new', 'open') AND c.spam_at IS NULL AND c.snoozed_at IS NULL`,
  mine: `c.assignee_id = $4 AND c.status IN ('new', 'open', 'pending') AND c.spam_at IS NULL AND c.snoozed_at IS NULL`,
  unassigned: `c.assignee_id IS NULL AND c.status IN ('new', 'open') AND c.spam_at IS NULL AND c.snoozed_at IS NULL`,
  pending: `c.status = 'pending' AND c.spam_at IS NULL`,
  resolved: `c.status = 'resolved' AND c.spam_at IS NULL`,
  all: 'true',
};

export type ListScope = 'everything' | 'brand' | 'customer' | 'company' | 'external-id';

const SCOPES: Record<ListScope, string> = {
  everything: 'true',
  brand: 'c.brand_id = $5',
  customer: 'c.customer_id = $5',
  company: 'c.customer_id IN (SELECT id FROM customers WHERE company_id = $5)',
  'external-id': 'c.external_id = $5',
};

const known = new Map<string, Statement>();

/** The statement of a shape, made once. */
function once(name: string, text: () => string): Statement {
  const found = known.get(name) ?? statement(name, text());
  known.set(name, found);
  return found;
}

/**
 * One page of a view, keyset by (active_at, id). Values: place.at, place.id, limit + 1, user id, the id of the scope,
 * then those of the access. The page is cut first, then joined and built, so its cost does not depend on the number of cases.
 */
export function listThrough(access: AccessClause, { view, scope }: { view: CaseView; scope: ListScope }): Statement {
  return once(
    `cases.list-${view}-${scope}-${access.kind}`,
    () => `SELECT c.id, c.active_at::text AS at, json_build_object(${SUMMARY})::text AS json
     FROM (
       SELECT * FROM cases c
       WHERE c.deleted_at IS NULL AND ${VIEWS[view]} AND ${SCOPES[scope]} AND ${access.sql}
         AND (c.active_at, c.id) < (coalesce($1::timestamptz, 'infinity'), coalesce($2::bigint, 0))
         AND $4::bigint IS NOT NULL AND ($5::${scope === 'external-id' ? 'text' : 'bigint'} IS NULL OR true)
       ORDER BY c.active_at DESC, c.id DESC LIMIT $3
     ) c ${JOINS}
     ORDER BY c.active_at DESC, c.id DESC`,
  );
}

/** The contract `Case` as JSON text, with its version. Values: case id, whether also from the trash, then the access. */
export function readThrough(access: AccessClause): Statement {
  return once(
    `cases.read-${access.kind}`,
    () => `SELECT json_build_object(${SUMMARY},
     'externalId', c.external_id, 'description', c.description, 'language', c.language, 'customFields', c.custom_fields,
     'mailbox', CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id, 'address', m.address) END,
     'continuesCaseId', c.continues_case_id, 'mergedIntoId', c.merged_into_id,
     'receivedAt', c.received_at, 'repliedAt', c.replied_at, 'changedAt', c.changed_at, 'workedAt', c.worked_at,
     'firstOpenedAt', c.first_opened_at, 'openedAt', c.opened_at,
     'firstResolvedAt', c.first_resolved_at, 'resolvedAt', c.resolved_at, 'closedAt', c.closed_at,
     'spamAt', c.spam_at, 'deletedAt', c.deleted_at, 'routeStatus', c.route_status,
     'counts', json_build_object('inbound', c.inbound_count, 'outbound', c.outbound_count, 'notes', c.note_count,
                                 'attachments', c.attachment_count),
     'hasPendingInteractions', EXISTS (SELECT FROM deliveries d WHERE d.case_id = c.id AND d.state IN ('pending', 'sending')),
     'hasFailedInteractions', c.delivery_trouble,
     'followers', (SELECT coalesce(json_agg(json_build_object('id', f.id, 'name', f.name) ORDER BY f.name), '[]')
                   FROM case_followers w JOIN users f ON f.id = w.user_id WHERE w.case_id = c.id),
     'suggestedCount', (SELECT count(*) FROM intake_items i WHERE i.case_id = c.id AND i.fate = 'held'))::text AS json,
     c.sequence::text AS version
   FROM cases c ${JOINS} LEFT JOIN mailboxes m ON m.id = c.mailbox_id
   WHERE c.id = $1 AND (c.deleted_at IS NULL OR $2) AND ${access.sql}`,
  );
}

/** What the verbs decide on, of the case `c` with customer `p`, brand `b` and mailbox `m`: what came from a network has none of its own. */
export const LOCKED = `
  c.id, c.channel, c.status, c.sequence, c.subject, c.description, c.priority, c.language, c.external_id AS "externalId",
  c.brand_id AS "brandId", c.mailbox_id AS "mailboxId", c.assignee_id AS "assigneeId", c.group_id AS "groupId",
  c.customer_id AS "customerId", c.label_ids AS "labelIds", c.custom_fields AS "customFields",
  c.waiting_since AS "waitingSince", c.locked_by AS "lockedBy", c.locked_until AS "lockedUntil",
  c.snoozed_at AS "snoozedAt", c.snoozed_until AS "snoozedUntil", c.spam_at AS "spamAt", c.deleted_at AS "deletedAt",
  c.merged_into_id AS "mergedIntoId", c.route_status AS "routeStatus", c.sequence::text AS version,
  p.name AS "customerName", p.address AS "customerAddress",
  m.address AS "mailboxAddress", m.name AS "mailboxName", b.name AS "brandName",
  c.social_account_id AS "socialAccountId"`;

export const LOCKED_FROM = `
  FROM cases c JOIN customers p ON p.id = c.customer_id JOIN brands b ON b.id = c.brand_id
    LEFT JOIN mailboxes m ON m.id = coalesce(c.mailbox_id,
      CASE WHEN c.channel IN ('twitter', 'facebook') THEN b.default_mailbox_id END)`;

/** Locks a case for a write. Values: case id, whether also from the trash, then those of the access. */
export function lockThrough(access: AccessClause): Statement {
  return once(
    `cases.lock-${access.kind}`,
    () => `SELECT ${LOCKED} ${LOCKED_FROM}
   WHERE c.id = $1 AND (c.deleted_at IS NULL OR $2) AND ${access.sql}
   FOR UPDATE OF c`,
  );
}
