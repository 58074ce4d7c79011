import type { MailAddress } from '@bureau/contracts';
import { escapeHtml, textAsHtml } from './escape-html.ts';

/** One message as it is forwarded: what was new in it, as text. Notes are no messages and cannot be given. */
export interface ForwardedMessage {
  from: MailAddress;
  to: readonly MailAddress[];
  cc: readonly MailAddress[];
  at: Date;
  subject: string;
  text: string;
}

/** Characters of one message that travel. */
const LONGEST = 100_000;

const DIVIDER = '---------- Forwarded message ----------';

/** `Fwd: …`, once. */
export function forwardSubject(subject: string): string {
  return /^(fwd?|wg)\s*:/i.test(subject) ? subject : `Fwd: ${subject}`;
}

/** The messages as plain text, each below the lines that mail programs put there. */
export function forwardedText(messages: readonly ForwardedMessage[]): string {
  return messages.map((message) => [DIVIDER, ...linesAbout(message), '', wordsOf(message)].join('\n')).join('\n\n');
}

/** The same as HTML. Quoted as text: markup that a stranger wrote does not travel under our name. */
export function forwardedHtml(messages: readonly ForwardedMessage[]): string {
  return messages
    .map((message) =>
      [
        `<p style="color:#6b7280">${[DIVIDER, ...linesAbout(message)].map(escapeHtml).join('<br>')}</p>`,
        '<blockquote type="cite" style="margin:0 0 0 0.5em;padding-left:0.75em;border-left:2px solid #d1d5db">',
        textAsHtml(wordsOf(message)),
        '</blockquote>',
      ].join('\n'),
    )
    .join('\n');
}

/** UTC, because no other zone is known. */
function linesAbout({ from, to, cc, at, subject }: ForwardedMessage): string[] {
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const people = (addresses: readonly MailAddress[]) => addresses.map(oneLine).join(', ');
  return [
    `From: ${oneLine(from)}`,
    `Date: ${when.format(at)} UTC`,
    `Subject: ${folded(subject)}`,
    ...(to.length > 0 ? [`To: ${people(to)}`] : []),
    ...(cc.length > 0 ? [`Cc: ${people(cc)}`] : []),
  ];
}

function oneLine({ name, address }: MailAddress): string {
  return name === '' ? `<${folded(address)}>` : `${folded(name)} <${folded(address)}>`;
}

/** In one line: a subject with a line break in it could pretend to be another line about the message. */
function folded(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function wordsOf({ text }: ForwardedMessage): string {
  const words = text.replace(/\r\n?/g, '\n').trim();
  return words.length > LONGEST ? `${words.slice(0, LONGEST)} …` : words;
}
