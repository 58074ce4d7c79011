import { statement } from '@bureau/platform';

/** The contract `Delivery`, or null. */
const DELIVERY = `
  (SELECT json_build_object(
     'id', d.id, 'state', d.state, 'attempts', d.attempts,
     'undoUntil', CASE WHEN d.state = 'pending' AND d.attempts = 0 THEN d.undo_until END,
     'nextAttemptAt', CASE WHEN d.state = 'pending' THEN d.next_attempt_at END,
     'sentAt', d.sent_at, 'response', d.response)
   FROM deliveries d WHERE d.message_id = m.id)`;

const ATTACHMENTS = `
  (SELECT coalesce(json_agg(json_build_object(
     'id', a.id, 'fileName', a.file_name, 'contentType', a.content_type, 'size', a.size, 'sha256', a.sha256,
     'inline', a.inline, 'url', '/api/v3/attachments/' || a.id) ORDER BY a.position), '[]')
   FROM attachments a WHERE a.message_id = m.id)`;

/** The contract `FeedMessage`, from `messages m`. */
const MESSAGE = `json_build_object(
  'kind', 'message', 'id', m.id, 'sequence', m.sequence, 'at', m.at, 'direction', m.direction, 'channel', m.channel,
  'subject', m.subject, 'text', m.text, 'visibleLength', m.visible_length, 'html', m.safe_html,
  'hasRemoteImages', m.has_remote_images,
  'from', json_build_object('name', m.from_name, 'address', m.from_address),
  'to', m.recipients_to, 'cc', m.recipients_cc, 'messageId', m.message_id, 'author', m.author,
  'automatic', m.automatic, 'sender', m.sender, 'notices', m.notices, 'intakeId', m.intake_id,
  'delivery', ${DELIVERY}, 'attachments', ${ATTACHMENTS})::text`;

/** The contract `FeedEvent`, from `case_events e`. */
const EVENT = `json_build_object(
  'kind', 'event', 'id', e.id, 'sequence', e.sequence, 'at', e.at, 'event', e.event, 'actor', e.actor,
  'changes', e.changes, 'reason', e.reason)::text`;

/** Values: case id, after which sequence, limit. `stale` rows have HTML that was not sanitised by these rules yet. */
export const FEED = statement(
  'feed.page',
  `SELECT * FROM (
     (SELECT m.sequence, m.id, m.html IS NOT NULL AND m.safe_version <> $4 AS stale, ${MESSAGE} AS json
      FROM messages m WHERE m.case_id = $1 AND m.sequence > $2 ORDER BY m.sequence LIMIT $3)
     UNION ALL
     (SELECT e.sequence, e.id, false, ${EVENT} FROM case_events e
      WHERE e.case_id = $1 AND e.sequence > $2 ORDER BY e.sequence LIMIT $3)
   ) feed
   WHERE EXISTS (SELECT FROM cases WHERE id = $1 AND deleted_at IS NULL)
   ORDER BY sequence LIMIT $3`,
);

/** Told apart only when a page is empty: nothing new, or no such case. */
export const FEED_EXISTS = statement('feed.exists', 'SELECT FROM cases WHERE id = $1 AND deleted_at IS NULL');

export const ONE_MESSAGE = statement(
  'feed.message',
  `SELECT m.html IS NOT NULL AND m.safe_version <> $2 AS stale, ${MESSAGE} AS json FROM messages m WHERE m.id = $1`,
);
