import type { InboundMail, MailNotice } from '@bureau/domain';
import { decodeHeaderText, rawValue, type RawHeader } from './decode-header.ts';
import { readAddresses, readMessageIds } from './read-addresses.ts';

/**
 * Headers that are kept. All others, above all `X-` control headers and those that carry secrets or the sender's
 * network, never enter a case (S10, S11); the raw source has them, and business rules may ask for them.
 */
const KEPT_HEADERS: ReadonlySet<string> = new Set([
  'auto-submitted',
  'content-language',
  'content-type',
  'date',
  'delivered-to',
  'feedback-id',
  'from',
  'importance',
  'in-reply-to',
  'list-id',
  'list-post',
  'list-unsubscribe',
  'mailing-list',
  'message-id',
  'organization',
  'precedence',
  'priority',
  'references',
  'reply-to',
  'return-path',
  'sender',
  'subject',
  'to',
  'cc',
  'user-agent',
  'x-auto-response-suppress',
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-auto-reply-from',
  'x-cron-env',
  'x-failed-recipients',
  'x-loop',
  'x-mail-autoreply',
  'x-mailer',
  'x-original-sender',
  'x-precedence',
  'x-priority',
]);

/** Of the lines that business rules may ask for; those that the desk itself reads come first, so that no flood hides them. */
const ASKABLE = { lines: 200, characters: 32_000, ofOne: 1000 };

/** Longer values are cut: no fact we use needs more. References of long threads are read before the cut. */
const LONGEST_VALUE = 4000;
const MOST_KEPT = 200;

type Facts = Omit<InboundMail, 'text' | 'html' | 'attachments' | 'notices' | 'contentHash'>;

/** Everything the top headers say. Missing or unreadable ones give null or nothing and, where it matters, a notice. */
export function readFacts(headers: readonly RawHeader[], notices: MailNotice[]): Facts {
  const first = (name: string) => readAddresses(headers, name)[0] ?? null;
  const from = first('from');
  if (!from) notices.push({ code: 'sender-missing', message: 'The mail does not say who sent it.' });

  return {
    messageId: readMessageIds(headers, 'message-id')[0] ?? null,
    inReplyTo: readMessageIds(headers, 'in-reply-to'),
    references: readMessageIds(headers, 'references'),
    from,
    sender: first('sender'),
    replyTo: readAddresses(headers, 'reply-to'),
    to: readAddresses(headers, 'to'),
    cc: readAddresses(headers, 'cc'),
    originalSender: first('x-original-sender'),
    deliveredTo: readDeliveredTo(headers),
    subject: decodeHeaderText(rawValue(headers, 'subject') ?? ''),
    date: readDate(rawValue(headers, 'date'), notices),
    headers: keptHeaders(headers),
    allHeaders: askableHeaders(headers),
  };
}

function readDeliveredTo(headers: readonly RawHeader[]): string[] {
  const names = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'];
  return [...new Set(names.flatMap((name) => readAddresses(headers, name)).map(({ address }) => address))];
}

/** Years outside 1970–9999 are mistakes, and a database refuses some of them. */
function readDate(value: string | null, notices: MailNotice[]): Date | null {
  if (value === null) return null;
  const date = new Date(value.trim());
  const year = date.getUTCFullYear();
  if (year >= 1970 && year <= 9999) return date;

  notices.push({ code: 'date-unreadable', message: 'The date of the mail cannot be read.' });
  return null;
}

function keptHeaders(headers: readonly RawHeader[]): [string, string][] {
  return headers
    .filter(({ name }) => KEPT_HEADERS.has(name))
    .slice(0, MOST_KEPT)
    .map(({ name, value }) => [name, decodeHeaderText(value.slice(0, LONGEST_VALUE))]);
}

function askableHeaders(headers: readonly RawHeader[]): [string, string][] {
  const others = headers.filter(({ name }) => !KEPT_HEADERS.has(name));
  const lines = [...headers.filter(({ name }) => KEPT_HEADERS.has(name)), ...others].slice(0, ASKABLE.lines);
  let left = ASKABLE.characters;
  const askable: [string, string][] = [];
  for (const { name, value } of lines) {
    const read = decodeHeaderText(value.slice(0, LONGEST_VALUE)).slice(0, ASKABLE.ofOne);
    left -= name.length + read.length;
    if (left >= 0 && name.length <= ASKABLE.ofOne) askable.push([name, read]);
  }
  return askable;
}
