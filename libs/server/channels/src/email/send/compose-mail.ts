import type { MailAddress } from '@bureau/contracts';
import { fillTemplate, NOTHING, signatureBlock, textAsHtml, type PlaceholderValues } from '@bureau/domain';
import { headerId, headerText } from './header-text.ts';
import { quotedHtml, quotedText, type Quotable } from './quoted-history.ts';

/** What stands around the words of a mail. */
export interface MailFrame {
  /** HTML with blocks and placeholders, see `fillTemplate`. */
  template: string;
  values: PlaceholderValues;
  /** Of brand and writer, filled; plain text. */
  signature: string;
}

/** A message of ours as it is stored, with what surrounds it. */
export interface MailToCompose extends MailFrame {
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
 * Says a message of ours as a mail: Message-ID fixed, answers to the case's own address, words, signature and what is
 * answered where the template has them. An automatic mail carries the marks of RFC 3834 §3 and leaves with the null
 * sender, so that nothing answers it and nothing bounces back.
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
    ...bodiesOf(message),
    headers: message.automatic ? { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' } : {},
  };
}

function safeAddress({ name, address }: MailAddress): MailAddress {
  return { name: headerText(name, 200), address };
}

/** Pictures within the text are parts of the mail: what we store names them, what leaves refers to them (RFC 2392). */
function withPictures(html: string): string {
  return html.replace(/(<img\b[^>]*?) data-content-id="([^"]*)"/g, '$1 src="cid:$2"');
}

function bodiesOf(message: MailToCompose): { text: string; html: string } {
  const { text, html, template, values, signature, answered } = message;
  const words = text.replace(/\r\n?/g, '\n').trimEnd();
  const blocks = {
    message: { text: words, html: html === null ? textAsHtml(text.trimEnd()) : withPictures(html) },
    signature: signatureBlock(signature),
    history: answered ? { text: quotedText(answered), html: quotedHtml(answered) } : NOTHING,
  };
  const filled = fillTemplate(template, { values, blocks });
  return { text: `${filled.text}\n`, html: filled.html };
}
