import { VOICES, type Voice } from '../content/voices.ts';
import type { Language } from '../content/story.ts';

export interface QuotedMail {
  who: string;
  at: Date;
  text: string;
}

/** Puts the answered mail below the answer, as mail programs do, in the words of the writer's language. */
export function quoteBelow(
  text: string,
  { quoted, language }: { quoted: QuotedMail | null; language: Language },
): string {
  if (!quoted) return text;
  const lines = quoted.text.split('\n').map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`.trimEnd()));
  return `${text}\n\n${attribution(VOICES[language], quoted)}\n\n${lines.join('\n')}`;
}

/** The same as HTML. */
export function htmlWithQuote(
  text: string,
  { quoted, language }: { quoted: QuotedMail | null; language: Language },
): string {
  const words = `<div dir="auto">${paragraphs(text)}</div>`;
  if (!quoted) return words;
  return `${words}<br><div class="gmail_quote"><div dir="auto" class="gmail_attr">${escapeHtml(attribution(VOICES[language], quoted))}</div><blockquote class="gmail_quote" style="margin:0 0 0 0.8ex;border-left:1px solid #ccc;padding-left:1ex">${paragraphs(quoted.text)}</blockquote></div>`;
}

export function paragraphs(text: string): string {
  return text
    .split('\n\n')
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

function attribution({ wrote, locale }: Voice, { who, at }: QuotedMail): string {
  const format = {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  } as const;
  const when = new Intl.DateTimeFormat(`${locale}-u-nu-latn`, format).format(at);
  return wrote.replace('{when}', when).replace('{who}', who);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
