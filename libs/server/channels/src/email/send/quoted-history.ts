import { escapeHtml, textAsHtml } from '@bureau/domain';
import { headerText } from './header-text.ts';

/** What the customer had said. */
export interface Quotable {
  name: string;
  address: string;
  /** ISO 8601. */
  at: string;
  text: string;
}

/** Quotes longer than this help nobody. */
const LONGEST_QUOTE = 10_000;

/** `foldQuotes` of @bureau/domain reads it as the beginning of history, whatever the customer's program does to the rest. */
export const DIVIDER = '—— Please write your message above this line ——';

/** The line above a quote, in the form that mail programs use and recognise. UTC, because no other zone is known. */
export function attributionOf({ name, address, at }: Quotable): string {
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
  const when = new Date(at);
  const who = headerText(name, 100) || headerText(address);
  return `On ${day.format(when)} at ${time.format(when)} UTC, ${who} <${headerText(address)}> wrote:`;
}

/** The customer's words as plain text below the divider. */
export function quotedText(message: Quotable): string {
  const lines = shortened(message.text).split('\n');
  return [DIVIDER, '', attributionOf(message), ...lines.map((line) => (line === '' ? '>' : `> ${line}`))].join('\n');
}

/** The same as HTML. Quoted as text: markup that a stranger wrote does not travel under our name. */
export function quotedHtml(message: Quotable): string {
  return [
    `<p style="color:#6b7280">${DIVIDER}</p>`,
    `<p>${escapeHtml(attributionOf(message))}</p>`,
    '<blockquote type="cite" style="margin:0 0 0 0.5em;padding-left:0.75em;border-left:2px solid #d1d5db">',
    textAsHtml(shortened(message.text)),
    '</blockquote>',
  ].join('\n');
}

function shortened(text: string): string {
  const trimmed = text.replace(/\r\n?/g, '\n').trim();
  return trimmed.length > LONGEST_QUOTE ? `${trimmed.slice(0, LONGEST_QUOTE)} …` : trimmed;
}
