import { BODY_CHANNELS, type BodyChannel, type ChannelBody, type OwnBodies } from '@bureau/contracts';
import { textOfHtml } from '../placeholders/text-of-html.ts';
import { longestText } from '../social/post-limits.ts';

/** How long a post on X may be, of which every address takes this much, whatever its length. */
const POST = longestText('x', 'post');
const POST_ADDRESS = 23;

/** What counts as one on X: Latin and its neighbours, common punctuation; everything else is two. */
const LIGHT = /^[\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]$/u;

/** An article in one language, as far as its bodies depend on it. */
export interface WrittenArticle {
  html: string;
  bodies: OwnBodies;
  /** Where it is read; '' while nobody can. */
  url: string;
}

/** Whether bodies for this channel have formatting. */
export function hasFormatting(channel: BodyChannel): channel is 'email' | 'callback' {
  return channel === 'email' || channel === 'callback';
}

/**
 * What an article says on a channel: the words that were written for it, else derived ones (desk-api-v2.md §3.10): the
 * HTML itself for `callback`; its text without formatting elsewhere, which `twitter` cuts and follows by the address.
 */
export function bodyFor(channel: BodyChannel, { html, bodies, url }: WrittenArticle): ChannelBody {
  const own = bodies[channel];
  if (own !== undefined) return { channel, own: true, body: own };
  if (channel === 'callback') return { channel, own: false, body: html };
  const text = textOfHtml(html);
  return { channel, own: false, body: channel === 'twitter' ? postOf(text, url) : text };
}

export function bodiesOf(article: WrittenArticle): ChannelBody[] {
  return BODY_CHANNELS.map((channel) => bodyFor(channel, article));
}

/** A text that fits into a post: as it is, or cut after a word and followed by where it goes on. */
export function postOf(text: string, url: string): string {
  const signs = [...text];
  if (fittingInto(POST, signs) === signs.length) return text;
  const end = url === '' ? '...' : `... ${url}`;
  const room = fittingInto(POST - (url === '' ? 3 : 4 + POST_ADDRESS), signs);
  const cut = signs.slice(0, room).join('');
  const words = /\s/.test(signs[room] ?? ' ') ? cut : cut.replace(/\s+\S*$/, '');
  return `${words.trimEnd()}${end}`;
}

/** How many signs fit, at most as X counts them (@bureau/domain/x-text, which is too large to come along for an estimate). */
function fittingInto(room: number, signs: readonly string[]): number {
  let used = 0;
  const over = signs.findIndex((sign) => {
    used += LIGHT.test(sign) ? 1 : 2;
    return used > room;
  });
  return over < 0 ? signs.length : over;
}
