import { format } from 'node:util';
import { inLanguage } from './attribution.ts';
import type { Person, QuotingStyle } from './people.ts';
import type { MailContent } from './read-mail.ts';

export type WrittenBody = { text: string; html?: string };
type Reply = { person: Person; answered: MailContent; words: WrittenBody };

/** Puts the answered mail under (or above) the person's words, the way their mail program does. */
export function quote(style: QuotingStyle, reply: Reply): WrittenBody {
  switch (style) {
    case 'gmail':
      return asGmail(reply);
    case 'apple':
      return asApple(reply);
    case 'outlook':
      return asOutlook(reply);
    case 'plain':
      return asTerminal(reply);
    case 'none':
      return { text: reply.words.text, html: reply.words.html ?? paragraphs(reply.words.text) };
  }
}

function asGmail({ person, answered, words }: Reply): WrittenBody {
  const wrote = inLanguage(person.language, answered);
  return {
    text: `${words.text}\n\n${wrote}\n\n${prefixed(answered.text)}\n`,
    html: format(
      '<div dir="ltr">%s</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">%s<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">%s</blockquote></div>',
      words.html ?? paragraphs(words.text),
      escapeHtml(wrote),
      htmlOf(answered),
    ),
  };
}

function asApple({ person, answered, words }: Reply): WrittenBody {
  const wrote = inLanguage(person.language, answered);
  return {
    text: `${words.text}\n\n${prefixed(`${wrote}\n\n${answered.text}`)}\n`,
    html: format(
      '<html><body style="overflow-wrap: break-word; -webkit-nbsp-mode: space;"><div>%s</div><div><br><blockquote type="cite"><div>%s</div><br class="Apple-interchange-newline"><div>%s</div></blockquote></div></body></html>',
      words.html ?? paragraphs(words.text),
      escapeHtml(wrote),
      htmlOf(answered),
    ),
  };
}

function asOutlook({ answered, words }: Reply): WrittenBody {
  const head = [
    ['From', shown(answered.from ? [answered.from] : [])],
    ['Sent', answered.date ?? ''],
    ['To', shown(answered.to)],
    ['Subject', answered.subject],
  ];
  const textHead = head.map(([name, value]) => `${name}: ${value}`).join('\n');
  const htmlHead = head.map(([name, value]) => `<b>${name}:</b> ${escapeHtml(value ?? '')}`).join('<br>');
  return {
    text: `${words.text}\n\n________________________________\n${textHead}\n\n${answered.text}\n`,
    html: format(
      '<html><body><div class="elementToProof">%s</div><hr style="display:inline-block;width:98%%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt">%s</font></div><div>%s</div></body></html>',
      words.html ?? paragraphs(words.text),
      htmlHead,
      htmlOf(answered),
    ),
  };
}

/** Plain text only, the words below the quote, as people with long experience do. */
function asTerminal({ person, answered, words }: Reply): WrittenBody {
  return { text: `${inLanguage(person.language, answered)}\n${prefixed(answered.text)}\n\n${words.text}\n` };
}

function prefixed(text: string): string {
  const lines = text.trimEnd().split(/\r?\n/);
  return lines.map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`.trimEnd())).join('\n');
}

function shown(people: { name: string; address: string }[]): string {
  return people.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join('; ');
}

function htmlOf(mail: MailContent): string {
  return mail.html ? bodyOf(mail.html) : paragraphs(mail.text);
}

function bodyOf(html: string): string {
  return /<body[^>]*>([\s\S]*?)<\/body>/i.exec(html)?.[1] ?? html;
}

/** Plain words as the simplest HTML that keeps their lines. */
export function paragraphs(text: string): string {
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => `<div>${escapeHtml(line) || '<br>'}</div>`)
    .join('');
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
