/** Each answer of the bare server in one statement that gives its whole body, as little as PostgreSQL can be asked for. */

const SUMMARY = `
  'id', c.id, 'subject', c.subject, 'excerpt', c.excerpt, 'status', c.status, 'priority', c.priority,
  'channel', c.channel, 'sequence', c.sequence,
  'customer', json_build_object('id', p.id, 'name', p.name, 'address', p.address),
  'brand', json_build_object('id', b.id, 'name', b.name),
  'assignee', CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END,
  'group', CASE WHEN g.id IS NOT NULL THEN json_build_object('id', g.id, 'name', g.name) END,
  'waitingSince', c.waiting_since, 'deliveryTrouble', c.delivery_trouble,
  'createdAt', c.created_at, 'activeAt', c.active_at`;

const JOINS = `JOIN customers p ON p.id = c.customer_id JOIN brands b ON b.id = c.brand_id
  LEFT JOIN users u ON u.id = c.assignee_id LEFT JOIN groups g ON g.id = c.group_id`;

/** $1: the limit and one more. */
export const LIST = {
  name: 'list',
  text: `SELECT c.id, c.active_at::text AS at, json_build_object(${SUMMARY})::text AS json
    FROM (SELECT * FROM cases WHERE deleted_at IS NULL ORDER BY active_at DESC, id DESC LIMIT $1) c ${JOINS}
    ORDER BY c.active_at DESC, c.id DESC`,
};

const CASE = `json_build_object(${SUMMARY},
  'mailbox', CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id, 'address', m.address) END,
  'continuesCaseId', c.continues_case_id, 'openedAt', c.opened_at, 'resolvedAt', c.resolved_at,
  'closedAt', c.closed_at, 'updatedAt', c.updated_at,
  'suggestedCount', (SELECT count(*) FROM intake_items i WHERE i.case_id = c.id AND i.fate = 'held'))::text AS json`;

/** $1: the case. */
export const OPEN = {
  name: 'open',
  text: `SELECT ${CASE} FROM cases c ${JOINS} LEFT JOIN mailboxes m ON m.id = c.mailbox_id
    WHERE c.id = $1 AND c.deleted_at IS NULL`,
};

const message = (delivery: string, attachments: string) => `json_build_object(
  'kind', 'message', 'id', m.id, 'sequence', m.sequence, 'at', m.at, 'direction', m.direction, 'channel', m.channel,
  'subject', m.subject, 'text', m.text, 'visibleLength', m.visible_length, 'html', m.safe_html,
  'hasRemoteImages', m.has_remote_images,
  'from', json_build_object('name', m.from_name, 'address', m.from_address),
  'to', m.recipients_to, 'cc', m.recipients_cc, 'messageId', m.message_id, 'author', m.author,
  'automatic', m.automatic, 'sender', m.sender, 'notices', m.notices, 'intakeId', m.intake_id,
  'delivery', ${delivery}, 'attachments', ${attachments})::text AS json`;

const DELIVERY = `json_build_object(
  'id', d.id, 'state', d.state, 'attempts', d.attempts,
  'undoUntil', CASE WHEN d.state = 'pending' AND d.attempts = 0 THEN d.undo_until END,
  'nextAttemptAt', CASE WHEN d.state = 'pending' THEN d.next_attempt_at END, 'sentAt', d.sent_at, 'response', d.response)`;

const ATTACHMENTS = `(SELECT coalesce(json_agg(json_build_object(
  'id', a.id, 'fileName', a.file_name, 'contentType', a.content_type, 'size', a.size, 'sha256', a.sha256,
  'inline', a.inline, 'url', '/api/v3/attachments/' || a.id) ORDER BY a.position), '[]')
  FROM attachments a WHERE a.message_id = m.id)`;

/** $1: the case. */
export const FEED = {
  name: 'feed',
  text: `SELECT * FROM (
    SELECT m.sequence, ${message(`(SELECT ${DELIVERY} FROM deliveries d WHERE d.message_id = m.id)`, ATTACHMENTS)}
    FROM messages m WHERE m.case_id = $1
    UNION ALL
    SELECT e.sequence, json_build_object('kind', 'event', 'id', e.id, 'sequence', e.sequence, 'at', e.at, 'event', e.event,
      'actor', e.actor, 'changes', e.changes, 'reason', e.reason)::text FROM case_events e WHERE e.case_id = $1
  ) feed ORDER BY sequence LIMIT 51`,
};

/** $1 the customer's address, $2 subject, $3 text, $4 priority, $5 the name of the actor, $6 its id. */
export const CREATE = {
  name: 'create',
  text: `WITH mailbox AS (SELECT id, brand_id, group_id, address, name FROM mailboxes WHERE enabled ORDER BY id LIMIT 1),
    actor AS (SELECT jsonb_build_object('kind', 'user', 'id', $6::bigint, 'name', $5::text) AS stamp),
    c AS (
      INSERT INTO cases (brand_id, mailbox_id, group_id, customer_id, subject, excerpt, priority, sequence, waiting_since)
      SELECT mailbox.brand_id, mailbox.id, mailbox.group_id, a.customer_id, $2, left($3, 200), $4, 2, now()
      FROM mailbox, customer_addresses a WHERE a.address = $1 RETURNING *
    ), told AS (
      INSERT INTO case_events (case_id, sequence, event, actor) SELECT c.id, 1, 'case.opened', stamp FROM c, actor
    ), said AS (
      INSERT INTO messages (case_id, sequence, direction, subject, text, visible_length, from_address, recipients_to, author,
                            user_id, customer_id)
      SELECT c.id, 2, 'in', $2, $3, length($3), $1,
        jsonb_build_array(jsonb_build_object('name', mailbox.name, 'address', mailbox.address)), stamp, $6, c.customer_id
      FROM c, mailbox, actor RETURNING id
    ), fact AS (
      INSERT INTO outbox (name, payload)
      SELECT 'case.opened', jsonb_build_object('caseId', c.id, 'messageId', said.id, 'sequence', 2, 'actor', stamp,
        'intakeId', NULL) FROM c, said, actor
    )
    SELECT ${CASE} FROM c ${JOINS} LEFT JOIN mailbox m ON m.id = c.mailbox_id`,
};

/** $1 the case, $2 the sequence that was seen, $3 text, $4 user, $5 the user's name. No row: the case moved on. */
export const REPLY = {
  name: 'reply',
  text: `WITH seen AS (
      SELECT c.id, c.subject, p.name, p.address, x.address AS mailbox, b.name AS brand,
        (SELECT message_id FROM messages WHERE case_id = c.id AND message_id IS NOT NULL AND automatic IS NULL
         ORDER BY sequence DESC LIMIT 1) AS answered,
        jsonb_build_object('kind', 'user', 'id', $4::bigint, 'name', $5::text) AS stamp
      FROM cases c JOIN customers p ON p.id = c.customer_id JOIN mailboxes x ON x.id = c.mailbox_id
        JOIN brands b ON b.id = c.brand_id
      WHERE c.id = $1 AND c.sequence = $2 FOR UPDATE OF c
    ), moved AS (
      UPDATE cases SET sequence = $2 + 1, waiting_since = NULL, excerpt = left($3, 200), active_at = now(), updated_at = now()
      FROM seen WHERE cases.id = seen.id
    ), m AS (
      INSERT INTO messages (case_id, sequence, direction, subject, text, visible_length, from_name, from_address,
                            recipients_to, message_id, in_reply_to, reference_ids, author, user_id)
      SELECT id, $2 + 1, 'out', 'Re: ' || subject, $3, length($3), $5 || ' (' || brand || ')', mailbox,
        jsonb_build_array(jsonb_build_object('name', name, 'address', address)), gen_random_uuid() || '@desk.example',
        answered, ARRAY[answered], stamp, $4 FROM seen RETURNING *
    ), d AS (
      INSERT INTO deliveries (message_id, case_id, recipients, undo_until, next_attempt_at)
      SELECT m.id, seen.id, ARRAY[address], now() + interval '10 s', now() + interval '10 s' FROM m, seen RETURNING *
    ), tidied AS (
      DELETE FROM drafts WHERE case_id = $1 AND user_id = $4
    ), fact AS (
      INSERT INTO outbox (name, payload)
      SELECT 'message.replied', jsonb_build_object('caseId', $1, 'messageId', m.id, 'deliveryId', d.id, 'sequence', $2 + 1,
        'actor', stamp) FROM m, d, seen
    )
    SELECT ${message(DELIVERY, "'[]'::json")} FROM m, d`,
};
