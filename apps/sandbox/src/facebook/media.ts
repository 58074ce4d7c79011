import { createHmac } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FacebookState, Medium } from './state.ts';
import { nextNumber } from './ids.ts';
import { pictureFor } from '../service/picture.ts';

/** How long an address of a picture or file works. */
export const MEDIA_URL_LIVES_MS = 4 * 3_600_000;

const THUMB = '369239263222822';

type Given = { bytes: Buffer; contentType: string; fileName?: string; page?: string };

/** Pictures, stickers and files: bytes on disk, read through signed addresses that expire. */
export class Media {
  readonly #dir: string;
  readonly #state: FacebookState;
  readonly #now: () => number;
  readonly #baseUrl: () => string;

  constructor(given: { dir: string; state: FacebookState; now: () => number; baseUrl: () => string }) {
    this.#dir = given.dir;
    this.#state = given.state;
    this.#now = given.now;
    this.#baseUrl = given.baseUrl;
  }

  keep({ bytes, contentType, fileName, page }: Given): Medium {
    const id = nextNumber(this.#state);
    const medium: Medium = {
      id,
      type: typeOf(contentType),
      contentType,
      fileName: fileName ?? `${id}.${contentType.split('/')[1] ?? 'bin'}`,
      size: bytes.length,
      page,
    };
    mkdirSync(this.#dir, { recursive: true });
    writeFileSync(join(this.#dir, id), bytes);
    this.#state.media[id] = medium;
    return medium;
  }

  /** The thumb that Messenger sends for one tap; every sticker is drawn when asked for. */
  sticker(id = THUMB): Medium {
    const medium: Medium = { id, type: 'sticker', contentType: 'image/png', fileName: `${id}.png`, size: 0 };
    this.#state.media[id] ??= medium;
    return medium;
  }

  find(id: string): Medium | undefined {
    return this.#state.media[id];
  }

  bytes(medium: Medium): Buffer {
    return medium.type === 'sticker' ? pictureFor(medium.id) : readFileSync(join(this.#dir, medium.id));
  }

  urlOf(id: string): string {
    return this.#signed(`/scontent/${encodeURIComponent(id)}`);
  }

  /** A person's or a page's picture. */
  pictureOf(who: string): string {
    return this.#signed(`/scontent/profile-${encodeURIComponent(who)}`);
  }

  /** Was this address made here, and does it still work? `oe` is when it ends, in hexadecimal seconds. */
  mayRead(path: string, query: URLSearchParams): boolean {
    const oe = query.get('oe') ?? '';
    return query.get('oh') === this.#signature(path, oe) && Number.parseInt(oe, 16) * 1000 > this.#now();
  }

  reset(): void {
    rmSync(this.#dir, { recursive: true, force: true });
  }

  #signed(path: string): string {
    const oe = Math.floor((this.#now() + MEDIA_URL_LIVES_MS) / 1000)
      .toString(16)
      .toUpperCase();
    return `${this.#baseUrl()}${path}?_nc_cat=1&oh=${this.#signature(path, oe)}&oe=${oe}`;
  }

  #signature(path: string, oe: string): string {
    return createHmac('sha256', this.#state.app.secret).update(`${path} ${oe}`).digest('hex').slice(0, 32);
  }
}

function typeOf(contentType: string): Medium['type'] {
  const [family] = contentType.split('/');
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'file';
}
