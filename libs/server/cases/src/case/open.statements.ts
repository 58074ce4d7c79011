import { statement } from '@bureau/platform';

/** What a case and its first message are made of, in the order of `openingValues`. */
const COLUMNS = [
  ['brand_id', 'bigint'],
  ['mailbox_id', 'bigint'],
  ['customer_id', 'bigint'],
  ['subject', 'text'],
  ['excerpt', 'text'],
  ['priority', 'smallint'],
  ['group_id', 'bigint'],
  ['at', 'timestamptz'],
  ['continues_case_id', 'bigint'],
  ['demo', 'boolean'],
  ['actor', 'jsonb'],
  ['reason', 'text'],
  ['text', 'text'],
  ['visible_length', 'integer'],
  ['html', 'text'],
  ['from_name', 'text'],
  ['from_address', 'text'],
  ['recipients_to', 'jsonb'],
  ['recipients_cc', 'jsonb'],
  ['message_id', 'text'],
  ['in_reply_to', 'text'],
  ['reference_ids', 'text[]'],
  ['automatic', 'text'],
  ['sender', 'jsonb'],
  ['notices', 'jsonb'],
  ['author', 'jsonb'],
  ['user_id', 'bigint'],
  ['writer_id', 'bigint'],
  ['intake_id', 'bigint'],
  ['attachment_count', 'integer'],
  ['channel', 'text'],
  ['status', 'text'],
  ['assignee_id', 'bigint'],
  ['description', 'text'],
  ['language', 'text'],
  ['external_id', 'text'],
  ['label_ids', 'bigint[]'],
  ['custom_fields', 'jsonb'],
  ['direction', 'text'],
  ['changes', 'jsonb'],
] as const;

/**
 * Opens cases with their first messages and the history lines of their beginnings, in one statement. A status other than new
 * brings the times that it would have got on the way (desk-api-v2.md 3.1.2). `wanted` has a row for each, numbered by `n`; `made`
 * is each beside its new id.
 */
const opening = ({ wanted, made }: { wanted: string; made: string }) => `
  WITH wanted AS (
    SELECT *, direction = 'in' AS came_in, CASE WHEN status <> 'new' THEN at END AS opened,
      CASE WHEN status IN ('resolved', 'closed') THEN at END AS resolved
    FROM (${wanted}) w
  ), opened AS (
    INSERT INTO cases (brand_id, mailbox_id, customer_id, subject, excerpt, priority, group_id, sequence,
                       waiting_since, continues_case_id, active_at, created_at, changed_at, demo, attachment_count,
                       channel, status, assignee_id, description, language, external_id, label_ids, custom_fields,
                       received_at, inbound_count, replied_at, outbound_count,
                       opened_at, first_opened_at, resolved_at, first_resolved_at, closed_at)
    SELECT brand_id, mailbox_id, customer_id, subject, excerpt, priority, group_id, 2,
           CASE WHEN came_in AND status IN ('new', 'open') THEN at END, continues_case_id, at, at, at, demo, attachment_count,
           channel, status, assignee_id, description, language, external_id, label_ids, custom_fields,
           CASE WHEN came_in THEN at END, came_in::int, CASE WHEN NOT came_in THEN at END, (NOT came_in)::int,
           opened, opened, resolved, resolved, CASE WHEN status = 'closed' THEN at END
    FROM wanted ORDER BY n
    RETURNING id
  ), made AS (
    SELECT o.id AS case_id, w.* FROM ${made}
  ), told AS (
    INSERT INTO case_events (case_id, sequence, event, actor, reason, changes, at)
    SELECT case_id, 1, 'case.opened', actor, reason, changes, at FROM made
  )
  INSERT INTO messages (case_id, sequence, direction, channel, subject, text, visible_length, html, from_name, from_address,
                        recipients_to, recipients_cc, message_id, in_reply_to, reference_ids, automatic, sender, notices,
                        author, user_id, customer_id, intake_id, at)
  SELECT case_id, 2, direction, channel, subject, text, visible_length, html, from_name, from_address,
         recipients_to, recipients_cc, message_id, in_reply_to, reference_ids, automatic, sender, notices,
         author, user_id, writer_id, intake_id, at
  FROM made ORDER BY n RETURNING case_id AS "caseId", id AS "messageId"`;

/** Values: those of `openingValues`. */
export const OPEN = statement(
  'cases.open',
  opening({
    wanted: `SELECT 1 AS n, ${COLUMNS.map(([name, type], index) => `$${index + 1}::${type} AS ${name}`).join(', ')}`,
    made: 'opened o CROSS JOIN wanted w',
  }),
);

/** Value: an array of what `openingRow` makes. Ids grow in its order. */
export const OPEN_MANY = statement(
  'cases.open-many',
  opening({
    wanted: `
      SELECT r.ordinality AS n,
        ${COLUMNS.map(([name, type]) => (type === 'jsonb' ? `r.${name}::jsonb AS ${name}` : `r.${name}`)).join(', ')}
      FROM ROWS FROM (jsonb_to_recordset($1) AS (
        ${COLUMNS.map(([name, type]) => `${name} ${type === 'jsonb' ? 'text' : type}`).join(', ')}
      )) WITH ORDINALITY AS r`,
    made: '(SELECT id, row_number() OVER (ORDER BY id) AS n FROM opened) o JOIN wanted w USING (n)',
  }),
);

/** The values of one opening, by their names. */
export function openingRow(values: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(COLUMNS.map(([name], index) => [name, values[index]]));
}
