import type { MailAddress } from '@bureau/contracts';
import { textAsHtml } from '@bureau/domain';
import { headerId, headerText } from './header-text.ts';
import { quotedHtml, quotedText, type Quotable } from './quoted-history.ts';

/** A message of ours as it is stored, with what surrounds it. */
export interface MailToCompose {
  subject: string;
  text: string;
  html: string | null;
  fromName: string;
  /** The mailbox. */
  fromAddress: string;
  to: MailAddress[];
  cc: MailAddress[];
  /** Without angle brackets, as the next two. */
  mailMessageId: string;
  inReplyTo: string | null;
  references: string[];
  at: Date;
  /** The desk speaks by itself: RFC 3834 applies. */
  automatic: boolean;
  /** Of the brand; plain text. */
  signature: string;
  /** What the customer had said; never notes, never the history below it (S3). */
  answered: Quotable | null;
  /** Envelope recipients, frozen when the agent sent. */
  recipients: string[];
  /** Where answers go: the mailbox with the signed case. */
  replyAddress: string;
}

/** A mail without its attachments, every header safe. */
export interface ComposedMail {
  /** `MAIL FROM` is false for the null sender. */
  envelope: { from: string | false; to: string[] };
  from: MailAddress;
  replyTo: MailAddress;
  to: MailAddress[];
  cc: MailAddress[];
  subject: string;
  messageId: string;
  inReplyTo?: string;
  references: string[];
  date: Date;
  text: string;
  html: string;
  headers: Record<string, string>;
}

/**
 * Says a message of ours as a mail: Message-ID fixed, answers to the case's own address, words first, then signature, then
 * what is answered. An automatic mail carries the marks of RFC 3834 §3 and leaves with the null sender, so that nothing
 * answers it and nothing bounces back.
 */
export function composeMail(message: MailToCompose): ComposedMail {
  const fromName = headerText(message.fromName, 200);
  const inReplyTo = message.inReplyTo === null ? null : headerId(message.inReplyTo);
  return {
    envelope: { from: message.automatic ? false : message.fromAddress, to: message.recipients },
    from: { name: fromName, address: message.fromAddress },
    replyTo: { name: fromName, address: message.replyAddress },
    to: message.to.map(safeAddress),
    cc: message.cc.map(safeAddress),
    subject: headerText(message.subject, 900),
    messageId: `<${message.mailMessageId}>`,
    ...(inReplyTo === null ? {} : { inReplyTo }),
    references: message.references.flatMap((id) => headerId(id) ?? []),
    date: message.at,
    text: textOf(message),
    html: htmlOf(message),
    headers: message.automatic ? { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' } : {},
  };
}

function safeAddress({ name, address }: MailAddress): MailAddress {
  return { name: headerText(name, 200), address };
}

function textOf({ text, signature, answered }: MailToCompose): string {
  const words = text.replace(/\r\n?/g, '\n').trimEnd();
  const signed = signature.trim() === '' ? words : `${words}\n\n-- \n${signature.trim()}`;
  return `${answered ? `${signed}\n\n${quotedText(answered)}` : signed}\n`;
}

function htmlOf({ text, html, signature, answered }: MailToCompose): string {
  const parts = [html ?? textAsHtml(text.trimEnd())];
  if (signature.trim() !== '') parts.push(`<p>-- </p>`, textAsHtml(signature.trim()));
  if (answered) parts.push(quotedHtml(answered));
  return parts.join('\n');
}
