import { byNumber } from '../resource/condition.ts';
import { everyRow, type Source } from '../resource/source.ts';
import { link, textOrNull, time, timeOf } from '../resource/sql.ts';

const changedBy = (action: string) =>
  `(SELECT (a.actor ->> 'id')::bigint FROM audit_entries a WHERE a.noun = 'mailbox' AND a.object_id = m.id
      AND a.actor ->> 'kind' = 'user' ${action} ORDER BY a.at DESC, a.id DESC LIMIT 1)`;

const MAILBOX = {
  from: 'mailboxes m',
  id: 'm.id',
  where: 'true',
  access: everyRow,
  keys: { mailbox: byNumber('m.id = $') },
  sorts: { id: 'm.id', name: 'm.name', created_at: 'm.created_at', updated_at: 'm.updated_at' },
  perPage: 1000,
};

/** Where mail comes in. One that the desk itself receives mail for has no server. */
export const INBOUND_MAILBOXES: Source = {
  ...MAILBOX,
  class: 'inbound_mailbox',
  members: {
    id: 'm.id',
    name: 'm.name',
    enabled: 'm.enabled',
    type: `CASE WHEN m.imap IS NULL THEN 'smtp' WHEN (m.imap ->> 'tls')::boolean THEN 'imaps' ELSE 'imap' END`,
    hostname: "m.imap ->> 'host'",
    port: "(m.imap ->> 'port')::integer",
    email: 'm.address',
    last_checked_at: `(SELECT ${timeOf('max(k.updated_at)')} FROM mailbox_cursors k WHERE k.mailbox_id = m.id)`,
    last_error: `CASE WHEN m.state = 'trouble' THEN ${textOrNull('m.state_reason')} END`,
    inbound_address_filter: 'NULL::text',
    outbound_address_filter: 'NULL::text',
    created_at: time('m.created_at'),
    updated_at: time('m.updated_at'),
  },
  links: {
    self: link('/mailboxes/inbound/{m.id}', 'inbound_mailbox'),
    default_group: link('/groups/{m.group_id}', 'group'),
    created_by: link(`/users/{${changedBy("AND a.action = 'created'")}}`, 'user'),
    updated_by: link(`/users/{${changedBy('')}}`, 'user'),
  },
};

/** Where mail leaves from: every mailbox sends, too. */
export const OUTBOUND_MAILBOXES: Source = {
  ...MAILBOX,
  class: 'outbound_mailbox',
  members: {
    id: 'm.id',
    from_name: 'm.name',
    from_email: 'm.address',
    enabled: 'm.enabled',
    created_at: time('m.created_at'),
    updated_at: time('m.updated_at'),
  },
  links: { self: link('/mailboxes/outbound/{m.id}', 'outbound_mailbox') },
};
