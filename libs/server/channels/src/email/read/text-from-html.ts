import { htmlCost } from '@bureau/domain';
import { convert } from 'html-to-text';

/** Beyond these, html-to-text takes more than linear time or memory (measured: 46 s at 380,000 nested elements). */
const MOST_CHARACTERS = 4 * 1024 * 1024;
const DEEPEST = 300;

/** The words of an HTML body as plain text with LF line ends; links keep their address. Linear in time; never throws. */
export function textFromHtml(html: string): string {
  if (html.length > MOST_CHARACTERS || htmlCost(html).depth > DEEPEST) return wordsOf(html);
  try {
    return convert(html, {
      wordwrap: false,
      limits: { maxInputLength: MOST_CHARACTERS, maxDepth: DEEPEST, maxChildNodes: 200_000, ellipsis: ' …' },
      selectors: [
        { selector: 'img', format: 'skip' },
        { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
        ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
      ],
    });
  } catch {
    return wordsOf(html);
  }
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', nbsp: ' ', amp: '&' };

/** The words without any layout but line breaks: for HTML that no person wrote. */
function wordsOf(html: string): string {
  let silent: string | null = null;
  const pieces = html.split(/(<[^<>]*>)/).map((piece, index) => {
    if (index % 2 === 0) return silent === null ? piece : '';
    const [, closing, tag = ''] = /^<(\/?)([a-z0-9]*)/i.exec(piece) ?? [];
    const name = tag.toLowerCase();
    if (closing === '/' && name === silent) silent = null;
    else if (silent === null && closing !== '/' && /^(?:script|style|title)$/.test(name)) silent = name;
    return /^(?:br|p|div|tr|li|h[1-6]|blockquote|table)$/.test(name) ? '\n' : '';
  });
  return pieces
    .join('')
    .replace(/&(lt|gt|quot|nbsp|amp);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/[ \t\r]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}
