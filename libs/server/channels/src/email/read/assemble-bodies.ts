import { decodeCharset } from './decode-charset.ts';
import { textFromHtml } from './text-from-html.ts';
import type { MailMultipart, MailPart } from './split-parts.ts';

/** The bodies of a mail and the leaves that are files. */
export interface Bodies {
  /** Line ends LF. Null when no part is text. */
  text: string | null;
  html: string | null;
  files: MailPart[];
  charsetGuessed: boolean;
}

type Tree = MailPart | MailMultipart;

/**
 * Decides which leaves are the message and which are files (RFC 2183, RFC 2046 §5.1): unnamed text parts not marked
 * as attachments are the message; several in a row are joined in order; of alternatives the plain and the HTML one are
 * taken, and all that is neither stays a file.
 */
export function assembleBodies(root: Tree): Bodies {
  const found: Found = { files: [], charsetGuessed: false };
  const body = bodyOf(root, found);
  return { text: body?.text ?? null, html: body?.html ?? null, ...found };
}

interface Found {
  files: MailPart[];
  charsetGuessed: boolean;
}

interface Body {
  text: string | null;
  html: string | null;
}

function bodyOf(tree: Tree, found: Found): Body | null {
  if (tree.kind === 'multipart') {
    const bodies = tree.children.map((child) => bodyOf(child, found)).filter((body) => body !== null);
    return tree.contentType === 'multipart/alternative' ? alternative(bodies) : sequence(bodies);
  }
  if (!isMessageText(tree)) {
    found.files.push(tree);
    return null;
  }

  const { text, guessed } = decodeCharset(tree.content, tree.charset);
  found.charsetGuessed ||= guessed;
  const body = text.replace(/\r\n?/g, '\n').replace(/\u0000/g, '');
  if (tree.contentType === 'text/html') return { text: null, html: body };
  return { text: tree.flowed === 'no' ? body : unflow(body, tree.flowed === 'delete-space'), html: null };
}

function isMessageText(part: MailPart): boolean {
  if (part.contentType !== 'text/plain' && part.contentType !== 'text/html') return false;
  return part.fileName === null && (part.disposition === null || part.disposition === 'inline');
}

/** Senders order alternatives from plain to rich; a repeated kind is joined rather than lost. */
function alternative(bodies: Body[]): Body | null {
  if (bodies.length === 0) return null;
  return { text: join(bodies.map((body) => body.text)), html: join(bodies.map((body) => body.html)) };
}

/** One after the other; when one of them is HTML, the plain ones are put into the HTML at their place, and the reverse. */
function sequence(bodies: Body[]): Body | null {
  const [first] = bodies;
  if (!first || bodies.length === 1) return first ?? null;

  const anyHtml = bodies.some((body) => body.html !== null);
  return {
    text: join(bodies.map((body) => body.text ?? textFromHtml(body.html ?? ''))),
    html: anyHtml ? join(bodies.map((body) => body.html ?? htmlFromText(body.text ?? ''))) : null,
  };
}

function join(texts: (string | null)[]): string | null {
  const present = texts.filter((text) => text !== null);
  return present.length > 0 ? present.join('\n') : null;
}

/** Plain text inside an HTML body, its lines kept. */
function htmlFromText(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return `<div style="white-space:pre-wrap">${escaped}</div>`;
}

/** RFC 3676 §4: a line that ends in a space goes on in the next one, at the same quote depth. */
function unflow(text: string, deleteSpace: boolean): string {
  const lines: { quote: string; text: string; open: boolean }[] = [];
  for (const line of text.split('\n')) {
    const quote = /^>*/.exec(line)?.[0] ?? '';
    const content = line.slice(quote.length).replace(/^ /, '');
    const open = content.endsWith(' ') && content !== '-- ';
    const previous = lines.at(-1);
    const value = open && deleteSpace ? content.slice(0, -1) : content;
    if (previous?.open && previous.quote === quote && content !== '-- ') {
      previous.text += value;
      previous.open = open;
    } else lines.push({ quote, text: value, open });
  }
  return lines.map((line) => (line.quote ? `${line.quote} ${line.text}` : line.text)).join('\n');
}
