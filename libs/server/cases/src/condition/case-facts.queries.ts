import { Injectable } from '@nestjs/common';
import type { CaseFacts } from '@bureau/domain';
import { Database, statement } from '@bureau/platform';

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
];
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
       ${TIMES.map((column) => `'${camel(column)}', ${ms(`c.${column}`)}`).join(', ')}),
     'customer', json_build_object(
       'id', p.id, 'name', p.name, 'companyId', p.company_id, 'language', p.language, 'blocked', p.blocked_at IS NOT NULL,
       'addresses', ARRAY(SELECT a.address FROM customer_addresses a WHERE a.customer_id = p.id),
       'customFields', p.custom_fields),
     'company', CASE WHEN o.id IS NOT NULL THEN json_build_object(
       'name', o.name, 'domains', ARRAY(SELECT d.domain FROM company_domains d WHERE d.company_id = o.id),
       'customFields', o.custom_fields) END) AS facts
   FROM cases c JOIN customers p ON p.id = c.customer_id LEFT JOIN companies o ON o.id = p.company_id
   WHERE c.id = ANY($1::bigint[])`,
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
}
