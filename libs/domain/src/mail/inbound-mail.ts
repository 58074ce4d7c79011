import type { MailAddress } from '@bureau/contracts';

/** A file that came with a mail, byte for byte as the sender encoded it. */
export interface InboundAttachment {
  /** Never empty: nameless parts get a made-up name. Not safe as a path; storage never uses it as one. */
  fileName: string;
  /** As declared, lower case, without parameters. Untrusted. */
  contentType: string;
  /** Bytes. */
  size: number;
  /** SHA-256 of `content`, 64 lower-case hexadecimal digits. */
  sha256: string;
  /** Without angle brackets, as `cid:` links name it. */
  contentId: string | null;
  /** True when the HTML body shows this part itself (by `cid:`), so that it is no separate download. */
  inline: boolean;
  content: Uint8Array;
}

/** What was mended or left out while reading. Kept with the case so that nobody wonders. */
export type MailNoticeCode =
  | 'too-large'
  | 'too-deep'
  | 'too-many-parts'
  | 'header-too-large'
  | 'text-too-long'
  | 'structure-broken'
  | 'charset-guessed'
  | 'line-ends-mended'
  | 'headers-missing'
  | 'sender-missing'
  | 'date-unreadable'
  | 'uuencoded-file-extracted'
  | 'name-made-up';

/** One notice: `code` for machines, `message` a sentence for the agent. */
export interface MailNotice {
  code: MailNoticeCode;
  message: string;
}

/** A received mail as facts, with no decision in it. Every field comes from the sender and is untrusted. */
export interface InboundMail {
  /** Without angle brackets; null when the mail has none (then `contentHash` identifies it). */
  messageId: string | null;
  /** Ids without angle brackets, in the order written. */
  inReplyTo: string[];
  /** Ids without angle brackets, oldest first (RFC 5322 §3.6.4). */
  references: string[];
  from: MailAddress | null;
  sender: MailAddress | null;
  replyTo: MailAddress[];
  to: MailAddress[];
  cc: MailAddress[];
  /** `X-Original-Sender`: who wrote, when a group address rewrote `From`. */
  originalSender: MailAddress | null;
  /** `Delivered-To`, `X-Original-To`, `Envelope-To`: which mailbox it was for. */
  deliveredTo: string[];
  /** Decoded, unfolded, trimmed; may be empty. */
  subject: string;
  /** The `Date` header; null when missing or unreadable. Order cases by receipt, never by this. */
  date: Date | null;
  /** Plain text, line ends LF; derived from the HTML when the mail has no plain part. */
  text: string;
  /** HTML exactly as sent: sanitise before it meets a browser. */
  html: string | null;
  attachments: InboundAttachment[];
  /** Allow-listed headers only, decoded, name in lower case, in the order written. */
  headers: [name: string, value: string][];
  /** Those and all others, within limits: what business rules may ask for. They never enter a case. */
  allHeaders: [name: string, value: string][];
  notices: MailNotice[];
  /** SHA-256 of the raw bytes, 64 lower-case hexadecimal digits. */
  contentHash: string;
}

/** The first value of an allow-listed header, trimmed, or null. `name` in lower case. */
export function headerOf(mail: Pick<InboundMail, 'headers'>, name: string): string | null {
  return mail.headers.find(([key]) => key === name)?.[1].trim() ?? null;
}

/** Who the customer is, and which header says so. */
export interface MailCustomer extends MailAddress {
  via: 'original-sender' | 'reply-to' | 'from' | 'sender';
}

/**
 * Whom the case belongs to and who gets the answer: the writer before a group rewrote the mail, else `Reply-To`,
 * else `From`, else `Sender`; null when the mail names nobody.
 *
 * Anyone can write any of these headers. A sender verdict speaks of the `From` domain only, so it vouches for this customer only when `via` is `from`.
 */
export function customerOf(mail: InboundMail): MailCustomer | null {
  if (mail.originalSender) return { ...mail.originalSender, via: 'original-sender' };

  const [replyTo] = mail.replyTo;
  if (replyTo) return { name: replyTo.name || mail.from?.name || '', address: replyTo.address, via: 'reply-to' };
  if (mail.from) return { ...mail.from, via: 'from' };
  if (mail.sender) return { ...mail.sender, via: 'sender' };
  return null;
}
