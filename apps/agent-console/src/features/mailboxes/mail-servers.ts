import type { CheckMailbox, CreateMailbox, Mailbox, SmtpTls } from '@bureau/contracts';

/** An IMAP server as it stands in a form: text where somebody may be half-way through a number. */
export interface ImapFields {
  host: string;
  port: string;
  tls: boolean;
  user: string;
  /** Empty: the kept one stays. */
  password: string;
  folder: string;
  /** Null: everything. */
  importDays: number | null;
}

/** An SMTP server as it stands in a form. */
export interface SmtpFields {
  host: string;
  port: string;
  tls: SmtpTls;
  user: string;
  password: string;
}

export const noImap: ImapFields = {
  host: '',
  port: '993',
  tls: true,
  user: '',
  password: '',
  folder: 'INBOX',
  importDays: 0,
};

export const noSmtp: SmtpFields = { host: '', port: '587', tls: 'starttls', user: '', password: '' };

export function imapFieldsOf(imap: Mailbox['imap']): ImapFields | null {
  if (!imap) return null;
  const { host, port, tls, user, folder, importDays } = { ...noImap, ...imap };
  return { host, port: String(port), tls, user, password: '', folder, importDays };
}

export function smtpFieldsOf(smtp: Mailbox['smtp']): SmtpFields | null {
  if (!smtp) return null;
  const { host, port, tls, user } = { ...noSmtp, ...smtp };
  return { host, port: String(port), tls, user, password: '' };
}

/** What the desk is asked to keep. */
export function imapOf(fields: ImapFields | null): NonNullable<CreateMailbox['imap']> | null {
  if (!fields) return null;
  const { port, password, ...settings } = fields;
  return { ...settings, port: numberOf(port), ...(password === '' ? {} : { password }) };
}

export function smtpOf(fields: SmtpFields | null): NonNullable<CreateMailbox['smtp']> | null {
  if (!fields) return null;
  const { port, password, ...settings } = fields;
  return { ...settings, port: numberOf(port), ...(password === '' ? {} : { password }) };
}

/** What the desk is asked to try; `out` null is the desk's own server. */
export function checkOf(address: string, side: { imap: ImapFields } | { smtp: SmtpFields | null }): CheckMailbox {
  if ('imap' in side) return { address, imap: imapOf(side.imap), smtp: null };
  return { address, imap: null, smtp: smtpOf(side.smtp) ?? 'desk' };
}

/** What is no number is refused beside its field. */
function numberOf(written: string): number {
  return /^\d+$/.test(written.trim()) ? Number(written) : Number.NaN;
}
