import { statement } from '@bureau/platform';

/** The contract `Delivery`, or null. */
const DELIVERY = `
  (SELECT json_build_object(
     'id', d.id, 'state', d.state, 'attempts', d.attempts,
     'undoUntil', CASE WHEN d.state = 'pending' AND d.attempts = 0 THEN d.undo_until END,
     'nextAttemptAt', CASE WHEN d.state = 'pending' THEN d.next_attempt_at END,
     'sentAt', d.sent_at, 'response', d.response, 'replacedBy', d.replaced_by)
   FROM deliveries d WHERE d.message_id = m.id)`;

/** The members of the contract `Attachment`, from `attachments a`. */
export const ATTACHMENT = `
  'id', a.id, 'fileName', a.file_name, 'contentType', a.content_type, 'size', a.size, 'sha256', a.sha256,
  'inline', a.inline, 'url', '/api/v3/attachments/' || a.id,
  'thumbnailUrl', CASE WHEN a.sha256 IS NOT NULL AND a.content_type IN ('image/png', 'image/jpeg', 'image/gif', 'image/webp')
                  THEN '/api/v3/attachments/' || a.id || '/thumbnail' END,
  'erasedAt', a.erased_at`;

/** The contract `SocialPost`, or null; other channels are not asked. Of a thread, its first post. */
const POST = `
  CASE WHEN m.channel IN ('twitter', 'facebook') THEN (SELECT json_build_object(
     'network', w.network, 'accountId', w.id, 'accountHandle', w.handle, 'kind', p.kind, 'externalId', p.external_id,
     'url', p.url,
     'author', json_build_object(
       'externalId', p.writer_id, 'handle', coalesce(p.writer ->> 'handle', ''), 'name', coalesce(p.writer ->> 'name', ''),
       'avatarUrl', CASE WHEN p.avatar_sha256 IS NOT NULL THEN '/api/v3/posts/' || p.id || '/avatar' END,
       'followers', (p.writer ->> 'followers')::integer,
       'verified', coalesce((p.writer ->> 'verified')::boolean, false), 'ours', p.by_account),
     'editedAt', p.edited_at, 'deletedAt', p.deleted_at, 'hiddenAt', p.hidden_at, 'likedAt', p.liked_at,
     'repostedAt', p.reposted_at, 'followedAt', p.followed_at,
     'reaction', (SELECT q.reaction FROM social_posts q WHERE q.message_id = m.id AND q.reaction IS NOT NULL LIMIT 1),
     'parts', (SELECT count(*) FROM social_posts q WHERE q.message_id = m.id))
   FROM social_posts p JOIN social_accounts w ON w.id = p.account_id
   WHERE p.message_id = m.id AND p.part = 0 ORDER BY p.id LIMIT 1) END`;

const filesOf = (owner: string) => `
  (SELECT coalesce(json_agg(json_build_object(${ATTACHMENT}) ORDER BY a.position), '[]') FROM attachments a WHERE ${owner})`;

/** The contract `FeedMessage`, from `messages m`. */
const MESSAGE = `json_build_object(
  'kind', 'message', 'id', m.id, 'sequence', m.sequence, 'at', m.at, 'direction', m.direction, 'purpose', m.purpose,
  'channel', m.channel,
  'subject', m.subject, 'text', m.text, 'visibleLength', m.visible_length, 'html', m.safe_html,
  'hasRemoteImages', m.has_remote_images,
  'from', json_build_object('name', m.from_name, 'address', m.from_address),
  'to', m.recipients_to, 'cc', m.recipients_cc, 'bcc', m.recipients_bcc, 'messageId', m.message_id, 'author', m.author,
  'automatic', m.automatic, 'sender', m.sender, 'notices', m.notices, 'intakeId', m.intake_id,
  'hidden', m.hidden_at IS NOT NULL, 'erasedAt', m.erased_at,
  'replaces', CASE WHEN m.direction = 'out' THEN (SELECT r.message_id FROM deliveries r WHERE r.replaced_by = m.id LIMIT 1) END,
  'post', ${POST}, 'delivery', ${DELIVERY}, 'attachments', ${filesOf('a.message_id = m.id')})::text`;

/** The contract `FeedEvent`, from `case_events e`. */
export const EVENT = `json_build_object(
  'kind', 'event', 'id', e.id, 'sequence', e.sequence, 'at', e.at, 'event', e.event, 'actor', e.actor,
  'changes', e.changes, 'reason', e.reason, 'context', e.context)::text`;

/** For so long the author of a note may change it (desk-api-v2.md 3.1), in PostgreSQL's words. */
export const NOTE_EDITABLE = "interval '15 minutes'";

/** The contract `FeedNote`, from `notes n`. */
export const NOTE = `json_build_object(
  'kind', 'note', 'id', n.id, 'sequence', n.sequence, 'at', n.at, 'text', n.text, 'html', n.html, 'author', n.author,
  'published', n.published, 'mentionedUserIds', n.mentioned_user_ids, 'editedAt', n.edited_at, 'erasedAt', n.erased_at, 'editableUntil', n.at + ${NOTE_EDITABLE},
  'attachments', ${filesOf('a.note_id = n.id')})::text`;

const feedIn = (name: string, beyond: '>' | '<') => {
  const order = beyond === '>' ? 'sequence' : 'sequence DESC';
  return statement(
    name,
    `SELECT * FROM (
     (SELECT m.sequence, m.id, m.html IS NOT NULL AND m.safe_version <> $4 AS stale, ${MESSAGE} AS json
      FROM messages m WHERE m.case_id = $1 AND m.sequence ${beyond} $2 ORDER BY m.${order} LIMIT $3)
     UNION ALL
     (SELECT e.sequence, e.id, false, ${EVENT} FROM case_events e
      WHERE e.case_id = $1 AND e.sequence ${beyond} $2 ORDER BY e.${order} LIMIT $3)
     UNION ALL
     (SELECT n.sequence, n.id, false, ${NOTE} FROM notes n
      WHERE n.case_id = $1 AND n.sequence ${beyond} $2 ORDER BY n.${order} LIMIT $3)
   ) feed
   ORDER BY ${order} LIMIT $3`,
  );
};

/** Values: case id, after which sequence, limit, sanitiser version. `stale` rows have HTML that was not sanitised by these rules yet. */
export const FEED = feedIn('feed.page', '>');

/** The same, the latest first: before which sequence. */
export const FEED_LATEST = feedIn('feed.page-latest', '<');

export const ONE_MESSAGE = statement(
  'feed.message',
  `SELECT m.html IS NOT NULL AND m.safe_version <> $2 AS stale, ${MESSAGE} AS json FROM messages m WHERE m.id = $1`,
);
