const BLOCK_IN_PARAGRAPH =
  /<p(?:\s[^<>]*)?>\s*(\{\{\s*(?:message|signature|history)\s*\}\})\s*(?:<br ?\/?>\s*)?<\/p>/gi;
/** What brings paragraphs of its own, or says whether those that follow are said. */
const BLOCK_LINE = /^(?:\{\{\s*(?:message|signature|history)\s*\}\}|\{%[^{}%]*%\})$/;
const INLINE = /^<(?:a|b|i|u|em|strong|span|small|code|img|br)\b/i;
const HOLDS_BLOCKS = /<\/?(?:p|div|table|tr|td|th|ul|ol|li|h[1-6]|blockquote|hr|section|center)\b/i;
const VOID = /^(?:br|hr|img|col|wbr)$/i;

/**
 * A template as it is kept: a line of plain words becomes a paragraph, as it would in a letter, lines that follow each
 * other one paragraph; `{{message}}` and its like, which bring paragraphs of their own, stand alone. HTML stays as it is.
 * Doing it twice changes nothing.
 */
export function normaliseTemplate(html: string): string {
  const kept: string[] = [];
  let words: string[] = [];
  let depth = 0;
  const flush = () => {
    if (words.length > 0) kept.push(`<p>${words.join('<br>')}</p>`);
    words = [];
  };
  for (const raw of html.replace(BLOCK_IN_PARAGRAPH, '\n$1\n').split(/\r\n?|\n/)) {
    const line = raw.trim();
    if (depth === 0 && isWords(line)) {
      words.push(line);
      continue;
    }
    flush();
    if (line !== '') kept.push(line);
    depth = Math.max(0, depth + levelsOpened(line));
  }
  flush();
  return kept.join('\n');
}

function isWords(line: string): boolean {
  if (line === '' || BLOCK_LINE.test(line) || HOLDS_BLOCKS.test(line)) return false;
  return !line.startsWith('<') || INLINE.test(line);
}

function levelsOpened(line: string): number {
  let levels = 0;
  for (const [, closing, name = ''] of line.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (!VOID.test(name)) levels += closing === '/' ? -1 : 1;
  }
  return levels;
}
