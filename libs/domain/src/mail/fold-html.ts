import { foldQuotes } from './fold-quotes.ts';

/** Sanitised HTML in which the elements and texts of quoted history carry the attribute `data-folded`. */
export interface FoldedHtml {
  html: string;
  hasFolded: boolean;
}

/**
 * Marks quoted history and signatures at the end of an HTML body by the very rules of `foldQuotes`: the HTML is read as
 * lines, what stands in a `blockquote` counts as quoted, and from the first folded line on everything is marked. Nothing
 * is removed or moved; the frame hides `[data-folded]` until the reader asks.
 *
 * @param html sanitised, well-formed, `<` and `>` only around tags.
 */
export function foldHtml(html: string): FoldedHtml {
  const tokens = html.match(/<[^>]*>|[^<]+/g) ?? [];
  const lines = readLines(tokens);
  const first = firstFoldedToken(lines);
  if (first === null) return { html, hasFolded: false };

  const start = outermostStart(tokens, first);
  return { html: tokens.slice(0, start).join('') + markAll(tokens.slice(start)), hasFolded: true };
}

interface Line {
  text: string;
  /** Index of the token it begins with. */
  token: number;
}

const BREAKING =
  /^<\/?(?:address|article|aside|blockquote|center|dd|div|dl|dt|footer|h[1-6]|header|li|main|nav|ol|p|pre|section|table|tr|ul)\b/i;
const VOID = /^<(?:br|hr|img|wbr|col)\b/i;

function readLines(tokens: readonly string[]): Line[] {
  const lines: Line[] = [];
  let quotes = 0;
  let open: Line | null = null;
  const close = (): void => {
    if (open) lines.push({ token: open.token, text: open.text.replace(/[\s\u00a0\u200e\u200f]+/g, ' ').trim() });
    open = null;
  };
  tokens.forEach((token, index) => {
    if (!token.startsWith('<')) {
      const prefix = quotes > 0 ? '> ' : '';
      if (open || token.trim() !== '')
        open = { token: open?.token ?? index, text: (open?.text ?? prefix) + plain(token) };
      return;
    }
    if (/^<hr\b/i.test(token)) lines.push({ token: index, text: '_____' });
    if (/^<br\b/i.test(token) && !open) lines.push({ token: index, text: quotes > 0 ? '>' : '' });
    if (/^<(?:br|hr)\b/i.test(token) || BREAKING.test(token)) close();
    if (/^<blockquote\b/i.test(token)) quotes++;
    if (/^<\/blockquote/i.test(token)) quotes--;
  });
  close();
  return lines;
}

function plain(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&');
}

function firstFoldedToken(lines: readonly Line[]): number | null {
  const text = lines.map((line) => line.text).join('\n');
  const { visibleLength } = foldQuotes(text);
  if (visibleLength >= text.length) return null;

  let offset = 0;
  for (const line of lines) {
    if (offset >= visibleLength) return line.token;
    offset += line.text.length + 1;
  }
  return null;
}

/** Back over the tags that open right before: all that they hold is folded, so they are too. */
function outermostStart(tokens: readonly string[], first: number): number {
  let start = first;
  while (start > 0 && /^(?:<(?!\/)|\s*$)/.test(tokens[start - 1] ?? '')) start--;
  return start;
}

/** Marks what stands at the outermost level, so that elements that began before keep their visible part. */
function markAll(tokens: readonly string[]): string {
  let depth = 0;
  return tokens
    .map((token) => {
      if (!token.startsWith('<'))
        return depth > 0 || token.trim() === '' ? token : `<span data-folded="">${token}</span>`;
      if (token.startsWith('</')) {
        depth = Math.max(0, depth - 1);
        return token;
      }
      const marked = depth === 0 ? token.replace(/^<[a-z0-9]+/i, '$& data-folded=""') : token;
      if (!VOID.test(token)) depth++;
      return marked;
    })
    .join('');
}
