import { OPENING } from './bare-statements.ts';

/** What the bare server says to clients of the API of Desk.com: each answer in one statement, beside the count of a list. */

const time = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const link = (address: string, kind: string) => `'{"href":"' || ${address} || '","class":"' || ${kind} || '"}'`;
const counted = (part: string, kind: string, count: string) =>
  `'{"href":"/api/v2/cases/' || c.id || '/${part}","class":"${kind}","count":' || ${count} || '}'`;
const LABELS = `CASE WHEN c.label_ids = '{}' THEN '[]' ELSE (
  SELECT coalesce(json_agg(l.name ORDER BY array_position(c.label_ids, l.id)), '[]') FROM labels l WHERE l.id = ANY(c.label_ids)) END`;
const own = (part: string, kind: string) => link(`'/api/v2/cases/' || c.id || '/${part}'`, kind);
const ifAny = (noun: string, column: string, kind: string) => link(`'/api/v2/${noun}/' || ${column}`, `'${kind}'`);
const TIMES = [
  'changed_at',
  'created_at',
  'updated_at',
  'received_at',
  'first_opened_at',
  'opened_at',
  'first_resolved_at',
  'resolved_at',
];
const LOCK = 'CASE WHEN c.locked_until > now() THEN c.locked_by END';

const value = (name: string, sql: string) => `'"${name}":' || coalesce(to_json(${sql})::text, 'null')`;
const written = (name: string, text: string) => `'"${name}":' || coalesce(${text}, 'null')`;
const object = (members: string[]) => `'{' || ${members.join(" || ',' || ")} || '}'`;

const LINKS = object([
  written('self', link("'/api/v2/cases/' || c.id", "'case'")),
  written('message', own('message', 'c.channel')),
  written('customer', link("'/api/v2/customers/' || c.customer_id", "'customer'")),
  written('labels', own('labels', "'label'")),
  written('assigned_user', ifAny('users', 'c.assignee_id', 'user')),
  written('assigned_group', ifAny('groups', 'c.group_id', 'group')),
  written('locked_by', ifAny('users', `(${LOCK})`, 'user')),
  written('history', own('history', "'history'")),
  written('case_links', own('links', "'case_link'")),
  written('macro_preview', own('macros/preview', "'macro_preview'")),
  written(
    'replies',
    counted('replies', 'reply', 'greatest(0, (SELECT count(*) FROM messages m WHERE m.case_id = c.id) - 1)'),
  ),
  written('draft', 'NULL'),
  written('notes', counted('notes', 'note', 'c.note_count')),
  written('attachments', counted('attachments', 'attachment', 'c.attachment_count')),
  written(
    'feedbacks',
    `CASE WHEN EXISTS (SELECT FROM feedback f WHERE f.case_id = c.id AND f.submitted_at IS NOT NULL)
      THEN ${own('feedbacks', "'feedback'")} END`,
  ),
]);

/** Of a person without drafts. */
const CASE = `${object([
  value('id', 'c.id'),
  value('external_id', 'c.external_id'),
  value('blurb', "nullif(c.excerpt, '')"),
  value('subject', 'c.subject'),
  value('priority', 'c.priority'),
  value('description', "nullif(c.description, '')"),
  value('status', 'c.status'),
  value('type', 'c.channel'),
  value('labels', LABELS),
  value('label_ids', 'c.label_ids'),
  value('language', 'c.language'),
  value('locked_until', `CASE WHEN c.locked_until > now() THEN ${time('c.locked_until')} END`),
  value('active_at', time('c.worked_at')),
  ...TIMES.map((name) => value(name, time(`c.${name}`))),
  value(
    'custom_fields',
    `(SELECT coalesce(json_object_agg(f.key, CASE f.type WHEN 'integer' THEN to_json(c.custom_fields ->> f.key)
    WHEN 'date' THEN to_json((c.custom_fields ->> f.key) || 'T00:00:00Z') ELSE (c.custom_fields -> f.key)::json END
    ORDER BY f.position, f.id), '{}') FROM custom_fields f WHERE f.owner = 'case')`,
  ),
  value('active_attachments_count', 'c.attachment_count'),
  value('active_notes_count', 'c.note_count'),
  value(
    'has_pending_interactions',
    "EXISTS (SELECT FROM deliveries d WHERE d.case_id = c.id AND d.state IN ('pending', 'sending'))",
  ),
  value('has_failed_interactions', 'c.delivery_trouble'),
  value('route_status', 'c.route_status'),
  written('_links', LINKS),
])} AS json`;

/** $1: how many. */
export const DESK_LIST = {
  name: 'desk-list',
  text: `SELECT ${CASE} FROM (SELECT * FROM cases WHERE deleted_at IS NULL ORDER BY id LIMIT $1) c ORDER BY c.id`,
};

export const DESK_COUNT = { name: 'desk-count', text: 'SELECT count(*) AS total FROM cases WHERE deleted_at IS NULL' };

/** $1: the case. */
export const DESK_SHOW = {
  name: 'desk-show',
  text: `SELECT ${CASE} FROM cases c WHERE c.id = $1 AND c.deleted_at IS NULL`,
};

/** As `CREATE`. */
export const DESK_CREATE = { name: 'desk-create', text: `${OPENING} SELECT ${CASE} FROM c` };

/** $1 the case, $2 its subject, $3 the user, $4 the user's name. */
export const DESK_UPDATE = {
  name: 'desk-update',
  text: `WITH old AS (SELECT id, subject FROM cases WHERE id = $1 FOR UPDATE), c AS (
      UPDATE cases c SET subject = $2, sequence = c.sequence + 1, changed_at = now() FROM old WHERE c.id = old.id RETURNING c.*
    ), told AS (
      INSERT INTO case_events (case_id, sequence, event, actor, changes)
      SELECT c.id, c.sequence, 'case.updated', jsonb_build_object('kind', 'user', 'id', $3::bigint, 'name', $4::text),
        jsonb_build_array(jsonb_build_object('field', 'subject', 'from', old.subject, 'to', $2::text)) FROM c, old
    ), fact AS (
      INSERT INTO outbox (name, payload)
      SELECT 'case.updated', jsonb_build_object('caseId', c.id, 'sequence', c.sequence) FROM c
    )
    SELECT ${CASE} FROM c`,
};
