import { Inject, Injectable } from '@nestjs/common';
import {
  CONFIG,
  LOG,
  OutboundClient,
  OutboundRefused,
  pictureTypeOf,
  ProblemError,
  type Config,
  type Log,
} from '@bureau/platform';

export interface RemoteImage {
  contentType: string;
  body: Buffer;
}

const IMAGE_LIMIT = 10 * 1024 * 1024;
const TIMEOUT_MS = 10_000;
/** Of all remembered images together, in bytes. */
const REMEMBERED_AT_MOST = 64 * 1024 * 1024;
/** Fetched at the same time: what strangers' servers may hold of this process. */
const FETCHED_AT_ONCE = 24;

/** Fetches images that mails name, once an agent asks for them. The sender sees the desk ask, once, and nobody else (S21). */
@Injectable()
export class RemoteImages {
  private readonly client: OutboundClient;
  /** The least lately used first. */
  private readonly remembered = new Map<string, RemoteImage>();
  private rememberedBytes = 0;
  private readonly underWay = new Map<string, Promise<RemoteImage>>();

  constructor(
    @Inject(CONFIG) config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.client = new OutboundClient({ exemptOrigins: config.outboundOrigins });
  }

  /** Throws image.refused for whatever cannot be had or is no PNG, JPEG, GIF or WebP. */
  async find(url: string): Promise<RemoteImage> {
    const known = this.remembered.get(url);
    if (known) {
      this.remembered.delete(url);
      this.remembered.set(url, known);
      return known;
    }
    while (!this.underWay.has(url) && this.underWay.size >= FETCHED_AT_ONCE) {
      await Promise.race(this.underWay.values()).catch(() => undefined);
    }
    return this.underWay.get(url) ?? this.fetch(url);
  }

  private fetch(url: string): Promise<RemoteImage> {
    const fetching = this.ask(url).finally(() => this.underWay.delete(url));
    this.underWay.set(url, fetching);
    return fetching;
  }

  private async ask(url: string): Promise<RemoteImage> {
    try {
      const { body } = await this.client.get(url, { maxBytes: IMAGE_LIMIT, timeoutMs: TIMEOUT_MS, accept: 'image/*' });
      const contentType = pictureTypeOf(body);
      if (contentType === null) throw new OutboundRefused('content', 'no picture');
      const image = { contentType, body };
      this.remember(url, image);
      return image;
    } catch (error) {
      if (!(error instanceof OutboundRefused)) throw error;
      this.log.debug({ reason: error.reason }, 'A remote image was refused.');
      throw new ProblemError('image.refused');
    }
  }

  private remember(url: string, image: RemoteImage): void {
    this.remembered.set(url, image);
    this.rememberedBytes += image.body.length;
    for (const [oldest, { body }] of this.remembered) {
      if (this.rememberedBytes <= REMEMBERED_AT_MOST) return;
      this.remembered.delete(oldest);
      this.rememberedBytes -= body.length;
    }
  }
}
