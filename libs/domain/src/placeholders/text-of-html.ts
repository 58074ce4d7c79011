import { withoutEntities } from './without-entities.ts';

const BLOCK =
  /^<\/?(?:address|article|blockquote|center|div|dl|dt|dd|h[1-6]|header|footer|ol|p|pre|section|table|ul)\b/i;
const LINE = /^<(?:br|tr|li)\b/i;

/**
 * The plain text of simple HTML: paragraphs apart, items with a dash, links with where they lead, a rule as dashes. Made
 * for templates, whose HTML has been made safe before; it looks at every character once.
 */
export function textOfHtml(html: string): string {
  const links: { href: string; from: number }[] = [];
  let text = '';
  for (const part of html.split(/(<[^<>]*>)/)) {
    if (!part.startsWith('<')) text += withoutEntities(part.replace(/\s+/g, ' '));
    else if (/^<hr\b/i.test(part)) text += '\n\n---\n\n';
    else if (/^<li\b/i.test(part)) text += '\n- ';
    else if (LINE.test(part)) text += '\n';
    else if (/^<td\b/i.test(part)) text += ' ';
    else if (BLOCK.test(part)) text += '\n\n';
    else if (/^<a\b/i.test(part)) links.push({ href: hrefOf(part), from: text.length });
    else if (/^<\/a\b/i.test(part)) text += whereTo(links.pop(), text);
  }
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function hrefOf(tag: string): string {
  return withoutEntities(/\shref="([^"]*)"/i.exec(tag)?.[1] ?? '');
}

/** Nothing when the words of the link say it already. */
function whereTo(link: { href: string; from: number } | undefined, text: string): string {
  if (!link || link.href === '') return '';
  const words = text.slice(link.from).trim();
  const bare = link.href.replace(/^(?:mailto:|tel:|https?:\/\/)/i, '').replace(/\/$/, '');
  return words === link.href || words.replace(/^https?:\/\//i, '').replace(/\/$/, '') === bare ? '' : ` (${link.href})`;
}
