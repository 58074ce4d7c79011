import type { CaseHistory, HeardMail } from './case-history.ts';
import { UNVERIFIED, VERIFIED } from './demo-ledger.ts';
import type { WrittenMail } from './write-mail.ts';

/** A mail system's report that our last answer did not arrive (RFC 3464, told in words). */
export function bounceOf(history: CaseHistory, at: number): HeardMail {
  const { customer, brand } = history.planned;
  const domain = customer.address.slice(customer.address.indexOf('@') + 1);
  const text = [
    `This is the mail system at ${domain}.`,
    '',
    'Your message could not be delivered to one recipient:',
    '',
    `<${customer.address}>: 550 5.1.1 user unknown`,
  ].join('\n');
  const mail: WrittenMail = {
    ...answering(history, at),
    from: { name: 'Mail Delivery System', address: `mailer-daemon@${domain}` },
    to: { name: '', address: brand.address },
    subject: 'Undelivered Mail Returned to Sender',
    text,
    headers: ['Auto-Submitted: auto-replied', 'Return-Path: <>'],
  };
  const reason = 'A mail system reports on a message of this case.';
  return { mail, sender: UNVERIFIED, automatic: 'bounce', reason, envelopeFrom: '' };
}

/** The customer's mailbox says that its owner is away (RFC 3834). */
export function outOfOffice(history: CaseHistory, at: number): HeardMail {
  const { customer, brand, subject } = history.planned;
  const mail: WrittenMail = {
    ...answering(history, at),
    from: { name: customer.name, address: customer.address },
    to: { name: brand.mailboxName, address: brand.address },
    subject: `Automatic reply: ${subject}`,
    text: 'I am out of the office this week and read my mail in the evenings only.\n\nThis answer was written by my mailbox, not by me.',
    headers: ['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All'],
  };
  return { mail, sender: VERIFIED, automatic: 'auto-reply' };
}

function answering(
  { latest, id }: CaseHistory,
  at: number,
): Pick<WrittenMail, 'at' | 'messageId' | 'inReplyTo' | 'references' | 'html' | 'files'> {
  const inReplyTo = latest?.messageId ?? null;
  const messageId = `${id}.${at}@mailsystem.example`;
  return { at: new Date(at), messageId, inReplyTo, references: inReplyTo ? [inReplyTo] : [], html: null, files: [] };
}
