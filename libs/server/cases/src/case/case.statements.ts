import { statement, type Statement } from '@bureau/platform';
import type { CaseView } from '@bureau/contracts';

/** The contract `CaseSummary`, built by PostgreSQL from `c` and its joined customer, brand, assignee and group. */
const SUMMARY = `
  'id', c.id, 'subject', c.subject, 'excerpt', c.excerpt, 'status', c.status, 'priority', c.priority,
  'channel', c.channel, 'sequence', c.sequence,
  'customer', json_build_object('id', p.id, 'name', p.name, 'address', p.address),
  'brand', json_build_object('id', b.id, 'name', b.name),
  'assignee', CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END,
  'group', CASE WHEN g.id IS NOT NULL THEN json_build_object('id', g.id, 'name', g.name) END,
  'waitingSince', c.waiting_since, 'deliveryTrouble', c.delivery_trouble,
  'createdAt', c.created_at, 'activeAt', c.active_at`;

const JOINS = `
  JOIN customers p ON p.id = c.customer_id
  JOIN brands b ON b.id = c.brand_id
  LEFT JOIN users u ON u.id = c.assignee_id
  LEFT JOIN groups g ON g.id = c.group_id`;

/** What each view shows; every condition matches a partial index in activity order. */
const VIEWS: Record<CaseView, string> = {
  inbox: `status IN ('new', 'open')`,
  mine: `assignee_id = $4 AND status IN ('new', 'open', 'pending')`,
  unassigned: `assignee_id IS NULL AND status IN ('new', 'open')`,
  pending: `status = 'pending'`,
  resolved: `status = 'resolved'`,
  all: 'true',
};

export type ListScope = 'everything' | 'brand' | 'customer';

const SCOPES: Record<ListScope, string> = {
  everything: 'true',
  brand: 'brand_id = $5',
  customer: 'customer_id = $5',
};

/**
 * One page of a view, keyset by (active_at, id). Values: place.at, place.id, limit + 1, user id, brand or customer id.
 * The page is cut first, then joined and built, so its cost does not depend on the number of cases.
 */
function listStatement(view: CaseView, scope: ListScope): Statement {
  return statement(
    `cases.list-${view}-${scope}`,
    `SELECT c.id, c.active_at::text AS at, json_build_object(${SUMMARY})::text AS json
     FROM (
       SELECT * FROM cases
       WHERE deleted_at IS NULL AND ${VIEWS[view]} AND ${SCOPES[scope]}
         AND (active_at, id) < (coalesce($1::timestamptz, 'infinity'), coalesce($2::bigint, 0))
         AND $4::bigint IS NOT NULL AND ($5::bigint IS NULL OR true)
       ORDER BY active_at DESC, id DESC LIMIT $3
     ) c ${JOINS}
     ORDER BY c.active_at DESC, c.id DESC`,
  );
}

const LISTS = new Map<string, Statement>();

export function listOf(view: CaseView, scope: ListScope): Statement {
  const key = `${view}-${scope}`;
  const known = LISTS.get(key) ?? listStatement(view, scope);
  LISTS.set(key, known);
  return known;
}

/** Counts stop here: a badge that says «1,000+» costs the same at any size. */
export const COUNTED_AT_MOST = 1000;

export const COUNTS = statement(
  'cases.counts',
  (['inbox', 'mine', 'unassigned', 'pending', 'resolved', 'all'] as const)
    .map(
      (view) => `SELECT '${view}' AS view, count(*) AS count FROM (
        SELECT FROM cases WHERE deleted_at IS NULL AND ${VIEWS[view].replace('$4', '$1')} LIMIT ${COUNTED_AT_MOST + 1}
      ) counted WHERE $1::bigint IS NOT NULL`,
    )
    .join(' UNION ALL '),
);

/** The contract `Case` as JSON text. */
export const READ = statement(
  'cases.read',
  `SELECT json_build_object(${SUMMARY},
     'mailbox', CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id, 'address', m.address) END,
     'continuesCaseId', c.continues_case_id, 'openedAt', c.opened_at, 'resolvedAt', c.resolved_at,
     'closedAt', c.closed_at, 'updatedAt', c.updated_at,
     'suggestedCount', (SELECT count(*) FROM intake_items i WHERE i.case_id = c.id AND i.fate = 'held'))::text AS json
   FROM cases c ${JOINS} LEFT JOIN mailboxes m ON m.id = c.mailbox_id
   WHERE c.id = $1 AND c.deleted_at IS NULL`,
);

/** Locks a case for a write and reads what the verbs decide on. */
export const LOCK = statement(
  'cases.lock',
  `SELECT c.id, c.status, c.sequence, c.subject, c.priority, c.brand_id AS "brandId", c.mailbox_id AS "mailboxId",
     c.assignee_id AS "assigneeId", c.group_id AS "groupId", c.customer_id AS "customerId",
     c.waiting_since AS "waitingSince", p.name AS "customerName", p.address AS "customerAddress",
     m.address AS "mailboxAddress", m.name AS "mailboxName", b.name AS "brandName"
   FROM cases c JOIN customers p ON p.id = c.customer_id JOIN brands b ON b.id = c.brand_id
     LEFT JOIN mailboxes m ON m.id = c.mailbox_id
   WHERE c.id = $1 AND c.deleted_at IS NULL
   FOR UPDATE OF c`,
);

/** Opens a case with its first message and the history line of its beginning, in one statement. */
export const OPEN = statement(
  'cases.open',
  `WITH opened AS (
     INSERT INTO cases (brand_id, mailbox_id, customer_id, subject, excerpt, status, priority, group_id, sequence,
                        waiting_since, continues_case_id, active_at, created_at, updated_at, demo)
     VALUES ($1, $2, $3, $4, $5, 'new', $6, $7, 2, $8, $9, $8, $8, $8, $10)
     RETURNING id
   ), told AS (
     INSERT INTO case_events (case_id, sequence, event, actor, reason, at)
     SELECT id, 1, 'case.opened', $11, $12, $8 FROM opened
   )
   INSERT INTO messages (case_id, sequence, direction, subject, text, visible_length, html, from_name, from_address,
                         recipients_to, recipients_cc, message_id, in_reply_to, reference_ids, automatic, sender, notices,
                         author, user_id, customer_id, intake_id, at)
   SELECT id, 2, 'in', $4, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $8
   FROM opened RETURNING case_id AS "caseId", id AS "messageId"`,
);
