import { showPictures } from '@bureau/knowledge';
import { fillHtml } from '@bureau/domain';
import type { CenterRequest } from '../page/center-request.ts';

/** A heading of an article, to jump to. */
export interface Heading {
  id: string;
  text: string;
  deeper: boolean;
}

const HEADING = /<(h[23])\b([^<>]*)>([\s\S]*?)<\/\1>/g;

/**
 * The clean HTML of an article as a page shows it: pictures with their addresses, headings that can be jumped to, links
 * into this support center as links of one's own.
 */
export function articleHtml(html: string, center: CenterRequest): { html: string; headings: Heading[] } {
  const headings: Heading[] = [];
  const filled = html.includes('{{') ? fillHtml(html, new Map([['brand.name', center.brand.name]])) : html;
  const withPictures = showPictures(filled, (fileId) => center.link(`/customer/portal/attachments/${fileId}/faq`));
  const withHeadings = withPictures.replace(HEADING, (whole, tag: string, rest: string, inside: string) => {
    const text = plainOf(inside);
    if (text === '') return whole;
    const id = `section-${headings.length + 1}`;
    headings.push({ id, text, deeper: tag === 'h3' });
    return `<${tag} id="${id}"${rest.replace(/\sid="[^"]*"/, '')}>${inside}</${tag}>`;
  });
  return { html: ownLinks(withHeadings, center), headings };
}

/** Clean HTML has entities only for what would be markup. */
function plainOf(html: string): string {
  return html
    .replace(/<[^<>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Links to the brand's own pages open in place. */
function ownLinks(html: string, { origin, homeBase }: CenterRequest): string {
  const home = `${origin}${homeBase}/`;
  return html.replace(/<a\b[^<>]*>/g, (tag) => {
    const href = /\shref="([^"]*)"/.exec(tag)?.[1] ?? '';
    return href.startsWith(home) ? tag.replace(/\s(?:target|rel)="[^"]*"/g, '') : tag;
  });
}
