import { BODY_CHANNELS, type BodyChannel, type ChannelBody, type OwnBodies } from '@bureau/contracts';
import { textOfHtml } from '../placeholders/text-of-html.ts';

/** Characters of a post on X, of which every address takes this many, whatever its length. */
const POST = 280;
const POST_ADDRESS = 23;

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
  if (signs.length <= POST) return text;
  const end = url === '' ? '...' : `... ${url}`;
  const room = POST - (url === '' ? 3 : 4 + POST_ADDRESS);
  const cut = signs.slice(0, room).join('');
  const words = /\s/.test(signs[room] ?? ' ') ? cut : cut.replace(/\s+\S*$/, '');
  return `${words.trimEnd()}${end}`;
}
