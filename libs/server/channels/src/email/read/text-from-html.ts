import { convert } from 'html-to-text';

/** HTML beyond this many characters is not turned into text: the tree would cost more memory than a worker has. */
const LONGEST = 4 * 1024 * 1024;

/** The words of an HTML body as plain text with LF line ends; links keep their address. Never throws. */
export function textFromHtml(html: string): string {
  try {
    return convert(html, {
      wordwrap: false,
      limits: { maxInputLength: LONGEST, maxDepth: 200, maxChildNodes: 50_000, ellipsis: ' …' },
      selectors: [
        { selector: 'img', format: 'skip' },
        { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
        ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
      ],
    });
  } catch {
    return html.replace(/<[^>]*>/g, ' ');
  }
}
