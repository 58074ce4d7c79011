import { hasNullSender, type MailKind } from './classify-mail.ts';
import { customerOf, headerOf, type InboundMail } from './inbound-mail.ts';
import { isOneOf, normaliseAddress } from './mail-address.ts';

/** Whether an automatic answer may go out, and why not. */
export type AnswerPermission =
  { allowed: true; to: string } | { allowed: false; reason: AnswerRefusal; explain: string };

export type AnswerRefusal =
  'no-address' | 'machine-mail' | 'null-sender' | 'own-address' | 'role-address' | 'suppressed';

/** What is known beside the mail itself. */
export interface AnswerContext {
  kind: MailKind;
  /** Every mailbox of this installation, of all brands, and its notification addresses. */
  ownAddresses: readonly string[];
  /** SMTP `MAIL FROM`, empty for the null sender, null when unknown. */
  envelopeFrom: string | null;
}

/**
 * The guards of RFC 3834 §2 against loops and backscatter: only persons get automatic answers, never our own addresses,
 * null senders, lists or role addresses. How many a sender may get per hour is counted elsewhere.
 */
export function mayAnswer(mail: InboundMail, context: AnswerContext): AnswerPermission {
  const to = customerOf(mail)?.address ?? '';
  if (!/^[^@\s]+@[^@\s]+$/.test(to)) return refuse('no-address', 'The mail names no address to answer to.');
  if (context.kind !== 'person') return refuse('machine-mail', 'A machine or a list wrote the mail.');
  if (hasNullSender(mail, context)) return refuse('null-sender', 'The mail has an empty return path.');

  const senders = [to, mail.from?.address, mail.sender?.address, context.envelopeFrom].filter((address) => !!address);
  if (senders.some((address) => isOneOf(address ?? '', context.ownAddresses))) {
    return refuse('own-address', 'The answer would go to one of our own mailboxes.');
  }
  if (senders.some((address) => isRoleAddress(address ?? ''))) {
    return refuse('role-address', 'Nobody reads the address that the mail came from.');
  }
  return asksForSilence(mail) ? refuse('suppressed', 'The mail asks for no automatic answer.') : { allowed: true, to };
}

function refuse(reason: AnswerRefusal, explain: string): AnswerPermission {
  return { allowed: false, reason, explain };
}

/** RFC 3834 §2 and RFC 2142: addresses behind which no person waits. */
export function isRoleAddress(address: string): boolean {
  const local = normaliseAddress(address).replace(/@.*$/, '');
  return ROLE.test(local);
}

const ROLE =
  /^(mailer-daemon|mail-daemon|maildaemon|postmaster|majordomo|listserv|nobody|(do[-_.]?)?(no|not)[-_.]?reply.*|donotreply.*|bounces?([-+=].*)?|owner-.*|.*-(request|bounces?|owner|relay))$/;

/** Exchange's `X-Auto-Response-Suppress` (MS-OXCMAIL §2.1.3.2.20): AutoReply and OOF, or All. */
function asksForSilence(mail: InboundMail): boolean {
  return /\b(all|autoreply|oof)\b/i.test(headerOf(mail, 'x-auto-response-suppress') ?? '');
}
