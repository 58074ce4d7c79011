import { htmlCost } from '@bureau/domain';
import { InvalidInput } from '@bureau/platform';
import { sanitiseHtml } from './sanitise-html.ts';

const MOST_TAGS = 20_000;
const MOST_LEVELS = 100;

/**
 * What an agent wrote, made safe. Sanitising takes time that grows faster than the nesting, in the server's own thread:
 * what no editor writes is refused with request.invalid.
 */
export function safeHtml(html: string): string {
  const { tags, depth } = htmlCost(html);
  if (tags <= MOST_TAGS && depth <= MOST_LEVELS) return sanitiseHtml(html).html;
  throw new InvalidInput([{ path: 'html', message: 'The formatting is too complicated; send it as plain text.' }]);
}
