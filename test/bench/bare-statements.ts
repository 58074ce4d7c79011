/** Each answer of the bare server in one statement that gives its whole body, as little as PostgreSQL can be asked for. */

const SUMMARY = `
  'id', c.id, 'subject', c.subject, 'excerpt', c.excerpt, 'status', c.status, 'priority', c.priority,
  'channel', c.channel, 'sequence', c.sequence,
  'customer', json_build_object('id', p.id, 'name', p.name, 'address', p.address),
  'company', CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'name', o.name) END,
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
  'waitingSince', c.waiting_since, 'deliveryTrouble', c.delivery_trouble,
  'createdAt', c.created_at, 'activeAt', c.active_at, 'updatedAt', c.updated_at`;

const JOINS = `JOIN customers p ON p.id = c.customer_id JOIN brands b ON b.id = c.brand_id
  LEFT JOIN companies o ON o.id = p.company_id LEFT JOIN users u ON u.id = c.assignee_id LEFT JOIN groups g ON g.id = c.group_id`;

/** $1: the limit and one more. */
export const LIST = {
  name: 'list',
  text: `SELECT c.id, c.active_at::text AS at, json_build_object(${SUMMARY})::text AS json
    FROM (SELECT * FROM cases WHERE deleted_at IS NULL ORDER BY active_at DESC, id DESC LIMIT $1) c ${JOINS}
    ORDER BY c.active_at DESC, c.id DESC`,
};

const CASE = `json_build_object(${SUMMARY},
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
  'suggestedCount', (SELECT count(*) FROM intake_items i WHERE i.case_id = c.id AND i.fate = 'held'))::text AS json`;

/** $1: the case. */
export const OPEN = {
  name: 'open',
  text: `SELECT ${CASE} FROM cases c ${JOINS} LEFT JOIN mailboxes m ON m.id = c.mailbox_id
    WHERE c.id = $1 AND c.deleted_at IS NULL`,
};

const message = (delivery: string, attachments: string) => `json_build_object(
  'kind', 'message', 'id', m.id, 'sequence', m.sequence, 'at', m.at, 'direction', m.direction, 'purpose', m.purpose,
  'channel', m.channel,
  'subject', m.subject, 'text', m.text, 'visibleLength', m.visible_length, 'html', m.safe_html,
  'hasRemoteImages', m.has_remote_images,
  'from', json_build_object('name', m.from_name, 'address', m.from_address),
  'to', m.recipients_to, 'cc', m.recipients_cc, 'bcc', m.recipients_bcc, 'messageId', m.message_id, 'author', m.author,
  'automatic', m.automatic, 'sender', m.sender, 'notices', m.notices, 'intakeId', m.intake_id,
  'hidden', m.hidden_at IS NOT NULL, 'erasedAt', m.erased_at,
  'replaces', CASE WHEN m.direction = 'out' THEN (SELECT r.message_id FROM deliveries r WHERE r.replaced_by = m.id LIMIT 1) END,
  'delivery', ${delivery}, 'attachments', ${attachments})::text AS json`;

const DELIVERY = `json_build_object(
  'id', d.id, 'state', d.state, 'attempts', d.attempts,
  'undoUntil', CASE WHEN d.state = 'pending' AND d.attempts = 0 THEN d.undo_until END,
  'nextAttemptAt', CASE WHEN d.state = 'pending' THEN d.next_attempt_at END, 'sentAt', d.sent_at, 'response', d.response,
  'replacedBy', d.replaced_by)`;

const attachmentsOf = (owner: string) => `(SELECT coalesce(json_agg(json_build_object(
  'id', a.id, 'fileName', a.file_name, 'contentType', a.content_type, 'size', a.size, 'sha256', a.sha256,
  'inline', a.inline, 'url', '/api/v3/attachments/' || a.id,
  'thumbnailUrl', CASE WHEN a.sha256 IS NOT NULL AND a.content_type IN ('image/png', 'image/jpeg', 'image/gif', 'image/webp')
                  THEN '/api/v3/attachments/' || a.id || '/thumbnail' END,
  'erasedAt', a.erased_at) ORDER BY a.position), '[]')
  FROM attachments a WHERE a.${owner})`;

/** $1: the case. */
export const FEED = {
  name: 'feed',
  text: `SELECT * FROM (
    SELECT m.sequence, ${message(`(SELECT ${DELIVERY} FROM deliveries d WHERE d.message_id = m.id)`, attachmentsOf('message_id = m.id'))}
    FROM messages m WHERE m.case_id = $1
    UNION ALL
    SELECT e.sequence, json_build_object('kind', 'event', 'id', e.id, 'sequence', e.sequence, 'at', e.at, 'event', e.event,
      'actor', e.actor, 'changes', e.changes, 'reason', e.reason, 'context', e.context)::text
    FROM case_events e WHERE e.case_id = $1
    UNION ALL
    SELECT n.sequence, json_build_object('kind', 'note', 'id', n.id, 'sequence', n.sequence, 'at', n.at, 'text', n.text,
      'html', n.html, 'author', n.author, 'mentionedUserIds', n.mentioned_user_ids, 'editedAt', n.edited_at,
      'erasedAt', n.erased_at, 'editableUntil', n.at + interval '15 minutes', 'attachments', ${attachmentsOf('note_id = n.id')})::text
    FROM notes n WHERE n.case_id = $1
  ) feed ORDER BY sequence LIMIT 51`,
};

/**
 * $1 the words. What a search is without further thought: every message that has them is ranked. The texts are parsed
 * beforehand (generated-documents.ts), as an index over the expression would have it, so ranking need not parse them again.
 */
export const SEARCH = {
  name: 'search',
  text: `WITH hit AS (
      SELECT case_id, max(ts_rank(document, plainto_tsquery('bureau', $1))) AS rank FROM bare_search
      WHERE document @@ plainto_tsquery('bureau', $1) GROUP BY case_id
    )
    SELECT json_build_object('count', (SELECT count(*) FROM hit), 'items', coalesce((
      SELECT json_agg(json_build_object(${SUMMARY}) ORDER BY page.rank DESC, c.id DESC)
      FROM (SELECT * FROM hit ORDER BY rank DESC, case_id DESC LIMIT 20) page JOIN cases c ON c.id = page.case_id ${JOINS}), '[]'))::text AS json`,
};

/** $1 the cases, $2 the priority they get. */
export const BULK = {
  name: 'bulk',
  text: `WITH changed AS (
      UPDATE cases c SET priority = $2, sequence = c.sequence + 1 FROM (SELECT id, priority FROM cases WHERE id = ANY($1)) old
      WHERE c.id = old.id RETURNING c.id, c.sequence, old.priority AS before
    ), told AS (
      INSERT INTO case_events (case_id, sequence, event, actor, changes)
      SELECT id, sequence, 'case.updated', '{"kind":"user","id":1,"name":"Agent 1"}',
        jsonb_build_array(jsonb_build_object('field', 'priority', 'from', before, 'to', $2::int)) FROM changed
    )
    INSERT INTO outbox (name, payload) SELECT 'case.updated', jsonb_build_object('caseId', id, 'sequence', sequence) FROM changed`,
};

/** $1 the customer's address, $2 subject, $3 text, $4 priority, $5 the name of the actor, $6 its id. The case is `c`. */
export const OPENING = `WITH mailbox AS (SELECT id, brand_id, group_id, address, name FROM mailboxes WHERE enabled ORDER BY id LIMIT 1),
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
    )`;

/** As {@link OPENING}. */
export const CREATE = {
  name: 'create',
  text: `${OPENING} SELECT ${CASE} FROM c ${JOINS} LEFT JOIN mailbox m ON m.id = c.mailbox_id`,
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

/** $1 what it is called, $2 what was told. */
export const HOOK = {
  name: 'hook',
  text: 'INSERT INTO bare_hooks (sha256, body) VALUES ($1, $2) ON CONFLICT DO NOTHING',
};
