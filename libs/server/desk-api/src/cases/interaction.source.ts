import { betweenTimes, byNumber, byNumbers } from '../resource/condition.ts';
import type { Source } from '../resource/source.ts';
import { link, linkOf, textOrNull, time, timeOf } from '../resource/sql.ts';
import { byCase } from './case-key.ts';
import { USERS } from '../users/user.source.ts';
import { accessThroughCase } from './case-part-access.ts';
import { finishInteraction } from './finish-interaction.ts';

const POST = (column: string) =>
  `(SELECT p.${column} FROM social_posts p WHERE p.message_id = m.id ORDER BY p.part, p.id LIMIT 1)`;

/** Desk.com had a class for each channel (desk-api-v2.md 3.2). */
const CLASS = `CASE m.channel WHEN 'phone' THEN 'phone_call' WHEN 'chat' THEN 'chat_message' WHEN 'twitter' THEN 'tweet'
  WHEN 'facebook' THEN CASE ${POST('kind')} WHEN 'message' THEN 'facebook_message' WHEN 'post' THEN 'facebook_post' ELSE 'facebook_comment' END
  WHEN 'qna' THEN CASE WHEN m.direction = 'in' THEN 'community_question' ELSE 'community_answer' END ELSE 'email' END`;

const DELIVERY = 'SELECT d.state, d.sent_at FROM deliveries d WHERE d.message_id = m.id';

const STATUS = `CASE WHEN m.direction = 'in' THEN 'received' ELSE coalesce((SELECT CASE state
  WHEN 'sent' THEN 'sent' WHEN 'pending' THEN 'pending' WHEN 'sending' THEN 'pending' ELSE 'failed' END
  FROM (${DELIVERY}) delivery), 'sent') END`;

const mailbox = (name: string, address: string) =>
  `CASE WHEN ${name} = '' OR ${name} = ${address} THEN ${address}
    ELSE '"' || replace(${name}, '"', '\\"') || '" <' || ${address} || '>' END`;

const mailboxes = (column: string) =>
  `(SELECT string_agg(${mailbox("coalesce(r ->> 'name', '')", "(r ->> 'address')")}, ', ')
    FROM jsonb_array_elements(m.${column}) r)`;

/** The mailbox that it left from, as far as it is still there. */
const SENT_FROM = `CASE WHEN m.direction = 'out' THEN (SELECT b.id FROM mailboxes b WHERE b.address = m.from_address) END`;

export const FIRST = '(SELECT min(f.sequence) FROM messages f WHERE f.case_id = m.case_id)';

/** What every interaction is: the first message of a case and its replies. */
const INTERACTION = {
  from: 'messages m',
  id: 'm.id',
  access: accessThroughCase('m.case_id'),
  members: {
    id: 'm.id',
    subject: textOrNull('m.subject'),
    body: 'm.text',
    body_text: 'm.text',
    body_html: 'm.safe_html',
    direction: 'm.direction',
    status: STATUS,
    to: mailboxes('recipients_to'),
    from: textOrNull(mailbox('m.from_name', 'm.from_address')),
    cc: mailboxes('recipients_cc'),
    bcc: mailboxes('recipients_bcc'),
    client_type: "CASE WHEN m.author ->> 'kind' = 'application' THEN 'desk_api' END",
    created_at: time('m.at'),
    updated_at: time('m.updated_at'),
    sent_at: time(`(SELECT sent_at FROM (${DELIVERY}) delivery)`),
    entered_at: `CASE WHEN m.channel = 'phone' THEN ${timeOf('m.at')} END`,
    hidden: 'm.hidden_at IS NOT NULL',
    hidden_at: time('m.hidden_at'),
    erased_at: time('m.erased_at'),
  },
  links: {
    case: linkOf('/cases/{m.case_id}', "'case'"),
    customer: linkOf('/customers/{(SELECT k.customer_id FROM cases k WHERE k.id = m.case_id)}', "'customer'"),
    sent_by: link("/users/{CASE WHEN m.direction = 'out' THEN m.user_id END}", 'user'),
    entered_by: link("/users/{CASE WHEN m.channel = 'phone' THEN m.user_id END}", 'user'),
    hidden_by: link('/users/{m.hidden_by}', 'user'),
    erased_by: link('/users/{m.erased_by}', 'user'),
    outbound_mailbox: link(`/mailboxes/outbound/{${SENT_FROM}}`, 'outbound_mailbox'),
    splits: 'NULL::text',
  },
  filters: betweenTimes({ created_at: 'm.at', updated_at: 'm.updated_at' }),
  sorts: { created_at: 'm.sequence', updated_at: 'm.updated_at', id: 'm.id' },
  perPage: 100,
};

/** What a case began with; its address names no number. */
export const MESSAGES: Source = {
  ...INTERACTION,
  class: 'email',
  title: 'Message',
  where: `m.sequence = ${FIRST}`,
  keys: { case: byCase('m.case_id = $') },
  links: {
    self: linkOf('/cases/{m.case_id}/message', CLASS),
    ...INTERACTION.links,
    attachments: link('/cases/{m.case_id}/message/attachments', 'attachment'),
  },
};

/** What was said since. */
export const REPLIES: Source = {
  ...INTERACTION,
  class: 'reply',
  table: 'messages',
  where: `m.sequence > ${FIRST}`,
  keys: { reply: byNumber('m.id = $'), case: byCase('m.case_id = $') },
  links: {
    self: linkOf('/cases/{m.case_id}/replies/{m.id}', CLASS),
    ...INTERACTION.links,
    attachments: link('/cases/{m.case_id}/replies/{m.id}/attachments', 'attachment'),
  },
};

/** The first message of a case is called otherwise than its replies. */
export const INTERACTION_SELF = `CASE WHEN m.sequence = ${FIRST} THEN ${linkOf('/cases/{m.case_id}/message', CLASS)}
  ELSE ${linkOf('/cases/{m.case_id}/replies/{m.id}', CLASS)} END`;

/** What was said in any case, in the order in which it came to the desk; each with the members of its class. */
export const INTERACTIONS: Source = {
  ...INTERACTION,
  class: 'interaction',
  table: 'messages',
  where: 'true',
  keys: {},
  members: {
    ...INTERACTION.members,
    type: `CASE ${POST('kind')} WHEN 'message' THEN 'dm' ELSE 'mention' END`,
    twitter_status_id: POST('external_id'),
    facebook_id: POST('external_id'),
    from_facebook_name: textOrNull('m.from_name'),
    event_type: 'NULL::text',
  },
  links: {
    self: INTERACTION_SELF,
    ...INTERACTION.links,
    attachments: `CASE WHEN m.sequence = ${FIRST} THEN ${link('/cases/{m.case_id}/message/attachments', 'attachment')}
      ELSE ${link('/cases/{m.case_id}/replies/{m.id}/attachments', 'attachment')} END`,
  },
  embeds: { sent_by: { source: USERS, on: "u.id = m.user_id AND m.direction = 'out'", allow: 'users:view' } },
  finish: finishInteraction,
  filters: {
    case_id: byNumbers('m.case_id = ANY($)'),
    ...betweenTimes({ created_at: 'm.at', updated_at: 'm.updated_at' }),
  },
  sorts: { id: 'm.id', updated_at: 'm.updated_at' },
};
