import { normaliseTemplate } from './normalise-template.ts';

const PLAIN_PARAGRAPH = /^<p>(.+)<\/p>$/;

/**
 * A kept template as somebody would type it: plain paragraphs as lines of words with an empty line between. What cannot be
 * said so stays HTML; {@link normaliseTemplate} of it is the template again.
 */
export function writtenTemplate(html: string): string {
  const lines = html.split('\n').map((line) => {
    const [, words] = PLAIN_PARAGRAPH.exec(line) ?? [];
    return words === undefined || /<\/?p\b/i.test(words) ? line : `\n${words.replaceAll('<br>', '\n')}\n`;
  });
  const written = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return normaliseTemplate(written) === html ? written : html;
}
