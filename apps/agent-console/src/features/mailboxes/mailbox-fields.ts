import type { CreateMailbox, mailboxesApi, RouteResponse } from '@bureau/contracts';

/** A mailbox as the desk answers with it. */
export type Mailbox = RouteResponse<typeof mailboxesApi.update>;

/** A mailbox as it stands in the form: text where somebody may be half-way through a number. */
export interface MailboxFields {
  brandId: string | null;
  address: string;
  name: string;
  groupId: string;
  way: 'smtp' | 'imap';
  host: string;
  port: string;
  tls: boolean;
  user: string;
  password: string;
  folder: string;
  importDays: string;
  autoAcknowledge: boolean;
  enabled: boolean;
}

export const NO_GROUP = 'none';

/** The form for a mailbox, or for a new one. */
export function fieldsOf(mailbox: Mailbox | null): MailboxFields {
  const imap = mailbox?.imap ?? null;
  return {
    brandId: mailbox ? String(mailbox.brand.id) : null,
    address: mailbox?.address ?? '',
    name: mailbox?.name ?? '',
    groupId: mailbox?.groupId ? String(mailbox.groupId) : NO_GROUP,
    way: imap ? 'imap' : 'smtp',
    host: imap?.host ?? '',
    port: String(imap?.port ?? 993),
    tls: imap?.tls ?? true,
    user: imap?.user ?? '',
    password: '',
    folder: imap?.folder ?? 'INBOX',
    importDays: String(imap?.importDays ?? 0),
    autoAcknowledge: mailbox?.autoAcknowledge ?? false,
    enabled: mailbox?.enabled ?? true,
  };
}

/** What the desk is asked to keep. */
export function mailboxOf(fields: MailboxFields): CreateMailbox {
  return {
    brandId: Number(fields.brandId),
    address: fields.address,
    name: fields.name,
    groupId: fields.groupId === NO_GROUP ? null : Number(fields.groupId),
    imap: fields.way === 'imap' ? imapOf(fields) : null,
    autoAcknowledge: fields.autoAcknowledge,
    enabled: fields.enabled,
  };
}

function imapOf({ host, port, tls, user, password, folder, importDays }: MailboxFields) {
  const settings = { host, port: Number(port), tls, user, folder, importDays: Number(importDays) };
  return password === '' ? settings : { ...settings, password };
}
