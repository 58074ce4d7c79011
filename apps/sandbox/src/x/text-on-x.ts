import { createHash } from 'node:crypto';
import { entitiesIn, weightedLength } from './entities.ts';

type Span = { start: number; end: number };
type Link = Span & { url: string; expanded_url: string; display_url: string; media_key?: string };
type Found = ReturnType<typeof entitiesIn>;

/** A text as the API tells it, and what stands where in it; positions are code points of that very text. */
export type TextOnX = {
  text: string;
  entities: { mentions?: Found['mentions']; hashtags?: Found['hashtags']; urls?: Link[] };
  /** Where the words end and the addresses of pictures begin. */
  end: number;
  /** The whole of a text that is longer than 280; `text` is then only its beginning. */
  whole?: { text: string; entities: TextOnX['entities'] };
};

/** The address of what is attached, which X writes behind the text. */
export type Attached = { url: string; mediaKey: string };

const SHORT = 280;
const SHOWN_OF_LONG = 250;

/**
 * What X does to words: links become t.co addresses, `&`, `<` and `>` are escaped, an address stands for each attached
 * picture, and long posts are cut. What was written can be told again from the entities only.
 */
export function textOnX(words: string, found: Found, attached: Attached[] = []): TextOnX {
  const writer = new Writer();
  const signs = [...words];
  const spans = [...found.mentions, ...found.hashtags, ...found.urls].sort((one, other) => one.start - other.start);
  let read = 0;
  for (const span of spans) {
    writer.write(signs.slice(read, span.start).join(''));
    if ('expanded_url' in span) writer.link(span.expanded_url);
    else writer.entity(span, signs.slice(span.start, span.end).join(''));
    read = span.end;
  }
  writer.write(signs.slice(read).join(''));
  const end = writer.length;
  for (const one of attached) writer.picture(one);
  const isLong = words.length > SHORT / 2 && weightedLength(words) > SHORT;
  return isLong ? cut(writer.written()) : { ...writer.written(), end };
}

/** A text is being written; entities get their places as it grows. */
class Writer {
  #text = '';
  #length = 0;
  readonly #mentions: Found['mentions'] = [];
  readonly #hashtags: Found['hashtags'] = [];
  readonly #urls: Link[] = [];

  write(words: string): Span {
    const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const start = this.#length;
    this.#text += escaped;
    this.#length += [...escaped].length;
    return { start, end: this.#length };
  }

  entity(entity: Found['mentions'][number] | Found['hashtags'][number], words: string): void {
    const placed = this.write(words);
    if ('username' in entity) this.#mentions.push({ ...entity, ...placed });
    else this.#hashtags.push({ ...entity, ...placed });
  }

  link(address: string): void {
    const url = short(address);
    const expanded_url = /^https?:\/\//i.test(address) ? address : `http://${address}`;
    this.#urls.push({ ...this.write(url), url, expanded_url, display_url: displayed(address) });
  }

  picture({ url: expanded_url, mediaKey: media_key }: Attached): void {
    if (this.#length > 0) this.write(' ');
    const url = short(expanded_url);
    this.#urls.push({ ...this.write(url), url, expanded_url, display_url: `pic.x.com/${url.slice(-10)}`, media_key });
  }

  get length(): number {
    return this.#length;
  }

  written(): Omit<TextOnX, 'end'> {
    const lists = { mentions: this.#mentions, hashtags: this.#hashtags, urls: this.#urls };
    const filled = Object.entries(lists).filter(([, list]) => list.length > 0);
    return { text: this.#text, entities: Object.fromEntries(filled) };
  }
}

function cut({ text, entities }: Omit<TextOnX, 'end'>): TextOnX {
  const shown = [...text]
    .slice(0, SHOWN_OF_LONG)
    .join('')
    .replace(/&\w{0,4}$/, '');
  const end = [...shown].length;
  const within = Object.entries(entities)
    .map(([name, list]) => [name, list.filter((one) => one.end <= end)] as const)
    .filter(([, list]) => list.length > 0);
  return { text: `${shown}…`, entities: Object.fromEntries(within), end: end + 1, whole: { text, entities } };
}

/** The same link has the same short address, everywhere. */
function short(address: string): string {
  return `https://t.co/${createHash('sha256').update(address).digest('hex').slice(0, 10)}`;
}

function displayed(address: string): string {
  const bare = address.replace(/^https?:\/\/(www\.)?/i, '');
  return bare.length > 27 ? `${bare.slice(0, 26)}…` : bare;
}
