import { Injectable } from '@nestjs/common';
import type { CaseFacts, MessageOfFacts } from '@bureau/domain';
import { Database, statement } from '@bureau/platform';
import { RATING_COMMENT, RATING_WORD } from './field-sources.ts';

/** A time in whole milliseconds since 1970. */
const ms = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::bigint`;

const TIMES = [
  'created_at',
  'updated_at',
  'changed_at',
  'active_at',
  'received_at',
  'replied_at',
  'worked_at',
  'first_opened_at',
  'opened_at',
  'first_resolved_at',
  'resolved_at',
  'closed_at',
  'waiting_since',
  'snoozed_at',
  'spam_at',
  'deleted_at',
  'locked_until',
  'rated_at',
];
/** Characters of a message that conditions look at. */
const TEXT_AT_MOST = 100_000;
const camel = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The facts of the cases with these ids. Values: ids. */
export const FACTS = statement(
  'conditions.facts',
  `SELECT c.id, json_build_object(
     'case', json_build_object(
       'id', c.id, 'externalId', c.external_id, 'subject', c.subject, 'description', c.description, 'excerpt', c.excerpt,
       'status', c.status, 'priority', c.priority, 'channel', c.channel, 'language', c.language, 'labelIds', c.label_ids,
       'assigneeId', c.assignee_id, 'groupId', c.group_id, 'brandId', c.brand_id, 'mailboxId', c.mailbox_id,
       'routeStatus', c.route_status, 'deliveryTrouble', c.delivery_trouble,
       'followerIds', ARRAY(SELECT w.user_id FROM case_followers w WHERE w.case_id = c.id),
       'inboundCount', c.inbound_count, 'outboundCount', c.outbound_count, 'noteCount', c.note_count,
       'attachmentCount', c.attachment_count, 'customFields', c.custom_fields,
       'rating', (${RATING_WORD}), 'ratingComment', (${RATING_COMMENT}),
       'acknowledgedAt', ${ms('(SELECT max(q.at) FROM auto_answers q WHERE q.case_id = c.id)')},
       ${TIMES.map((column) => `'${camel(column)}', ${ms(`c.${column}`)}`).join(', ')}),
     'customer', json_build_object(
       'id', p.id, 'name', p.name, 'address', p.address, 'companyId', p.company_id, 'language', p.language, 'blocked', p.blocked_at IS NOT NULL,
       'addresses', ARRAY(SELECT a.address FROM customer_addresses a WHERE a.customer_id = p.id),
       'identities', (SELECT coalesce(json_agg(json_build_object('network', n.network, 'handle', n.handle, 'name', n.name,
                        'followers', n.followers, 'verified', n.verified) ORDER BY n.id), '[]')
                      FROM customer_identities n WHERE n.customer_id = p.id),
       'customFields', p.custom_fields),
     'company', CASE WHEN o.id IS NOT NULL THEN json_build_object(
       'name', o.name, 'domains', ARRAY(SELECT d.domain FROM company_domains d WHERE d.company_id = o.id),
       'customFields', o.custom_fields) END) AS facts
   FROM cases c JOIN customers p ON p.id = c.customer_id LEFT JOIN companies o ON o.id = p.company_id
   WHERE c.id = ANY($1::bigint[])`,
);

/**
 * A message as conditions ask about it, its text with what it quotes. Value: its id. Mail programs call themselves X-Mailer
 * or User-Agent.
 */
const MESSAGE = statement(
  'conditions.message',
  `SELECT json_build_object(
     'subject', m.subject, 'text', left(m.text, ${TEXT_AT_MOST}), 'visibleLength', m.visible_length, 'from', m.from_address,
     'to', jsonb_path_query_array(m.recipients_to, '$[*].address'),
     'cc', jsonb_path_query_array(m.recipients_cc, '$[*].address'),
     'headers', coalesce(i.headers, '[]'), 'size', coalesce(i.size, octet_length(m.text) + coalesce(octet_length(m.html), 0)),
     'mailer', (SELECT substr(h, position(':' IN h) + 2) FROM jsonb_array_elements_text(i.headers) h
                WHERE h LIKE 'x-mailer: %' OR h LIKE 'user-agent: %' LIMIT 1),
     'client', CASE WHEN i.source = 'web-form' THEN 'web-form' WHEN m.intake_id IS NOT NULL THEN 'mailbox' WHEN m.author ->> 'kind' = 'application' THEN 'api'
                    WHEN m.author ->> 'kind' = 'user' THEN 'agent' WHEN m.author IS NOT NULL THEN 'desk' ELSE 'mailbox' END,
     'mailboxId', i.mailbox_id, 'automatic', m.automatic IS NOT NULL, 'at', ${ms('m.at')}) AS message
   FROM messages m LEFT JOIN intake_items i ON i.id = m.intake_id WHERE m.id = $1`,
);

/** What conditions in memory need to know of cases. */
@Injectable()
export class CaseFactsQueries {
  constructor(private readonly database: Database) {}

  /** By id; a case that is gone is missing. No rights are asked: give ids that the reader may see. */
  async load(caseIds: readonly number[]): Promise<Map<number, CaseFacts>> {
    const rows = await this.database.rows<{ id: number; facts: CaseFacts }>(FACTS, [caseIds]);
    return new Map(rows.map(({ id, facts }) => [id, facts]));
  }

  /** What is new in a message; undefined when it is gone. */
  async message(messageId: number): Promise<MessageOfFacts | undefined> {
    const row = await this.database.row<{ message: MessageOfFacts & { visibleLength: number } }>(MESSAGE, [messageId]);
    if (!row) return undefined;
    const { visibleLength, ...message } = row.message;
    return { ...message, text: message.text.slice(0, visibleLength) };
  }
}
