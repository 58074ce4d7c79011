import { userIdOf, type Actor } from '@bureau/contracts';
import type { AccessClause } from '@bureau/identity';
import type { Source } from '../resource/source.ts';
import { link, linkOf, time } from '../resource/sql.ts';
import { byCase } from './case-key.ts';
import { accessThroughCase } from './case-part-access.ts';

const OF_CASE = (column: string) => `(SELECT k.${column} FROM cases k WHERE k.id = d.case_id)`;
const SUBJECT = `(SELECT CASE WHEN k.subject ~* '^re\\s*:' THEN k.subject ELSE 'Re: ' || k.subject END
  FROM cases k WHERE k.id = d.case_id)`;
const CUSTOMER = `(SELECT a.address FROM cases k JOIN customer_addresses a ON a.customer_id = k.customer_id
  WHERE k.id = d.case_id ORDER BY a.position, a.address LIMIT 1)`;

/** As it will say from whom it comes. */
const SENDER = `(SELECT '"' || replace(coalesce(nullif(u.public_name, ''), u.name) || ' (' || b.name || ')', '"', '\\"')
    || '" <' || x.address || '>'
  FROM cases k JOIN mailboxes x ON x.id = k.mailbox_id JOIN brands b ON b.id = k.brand_id JOIN users u ON u.id = d.user_id
  WHERE k.id = d.case_id)`;

/** The unsent reply of whoever asks: one for each case. */
export const DRAFTS: Source = {
  class: 'reply',
  title: 'Draft',
  from: 'drafts d',
  id: 'd.id',
  where: "d.kind = 'reply' AND d.mode = 'reply'",
  access: ownDrafts,
  keys: { case: byCase('d.case_id = $') },
  members: {
    id: 'd.id',
    subject: `coalesce(d.subject, ${SUBJECT})`,
    body: 'd.text',
    body_text: 'd.text',
    body_html: 'd.html',
    direction: "'out'",
    status: "'draft'",
    to: `coalesce(array_to_string(d.recipients_to, ', '), ${CUSTOMER})`,
    from: SENDER,
    cc: "array_to_string(d.recipients_cc, ', ')",
    bcc: "array_to_string(d.recipients_bcc, ', ')",
    client_type: 'NULL::text',
    created_at: time('d.updated_at'),
    updated_at: time('d.updated_at'),
    sent_at: 'NULL::text',
    entered_at: 'NULL::text',
    hidden: 'false',
    hidden_at: 'NULL::text',
    erased_at: 'NULL::text',
  },
  links: {
    self: linkOf(
      '/cases/{d.case_id}/replies/draft',
      `CASE ${OF_CASE('channel')} WHEN 'twitter' THEN 'tweet' WHEN 'facebook' THEN 'facebook_message' ELSE 'email' END`,
    ),
    case: link('/cases/{d.case_id}', 'case'),
    customer: link(`/customers/{${OF_CASE('customer_id')}}`, 'customer'),
    sent_by: 'NULL::text',
    entered_by: 'NULL::text',
    hidden_by: 'NULL::text',
    erased_by: 'NULL::text',
    splits: 'NULL::text',
    outbound_mailbox: link(`/mailboxes/outbound/{${OF_CASE('mailbox_id')}}`, 'outbound_mailbox'),
    attachments: link('/cases/{d.case_id}/replies/draft/attachments', 'attachment'),
  },
  sorts: { id: 'd.id' },
  perPage: 1,
};

/** One's own, of a case that one sees. */
export function ownDrafts(actor: Actor, first: number): AccessClause {
  const { kind, sql, values } = accessThroughCase('d.case_id')(actor, first + 1);
  return { kind, sql: `d.user_id = $${first} AND ${sql}`, values: [userIdOf(actor) ?? null, ...values] };
}
