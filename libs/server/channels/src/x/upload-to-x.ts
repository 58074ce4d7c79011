import { Injectable } from '@nestjs/common';
import { BlobStorage } from '@bureau/platform';
import type { TwitterApi } from 'twitter-api-v2';
import type { OutboundFile } from '../delivery/delivery.repository.ts';
import { NetworkFailure } from '../social/network-failure.ts';
import { XClients } from './x-client.ts';

type Category = NonNullable<Parameters<TwitterApi['v2']['uploadMedia']>[1]['media_category']>;

/** Puts pictures and films where posts can show them. Nobody sees them until one does; X forgets them within a day. */
@Injectable()
export class UploadToX {
  constructor(
    private readonly clients: XClients,
    private readonly storage: BlobStorage,
  ) {}

  /** X's ids for them. Throws NetworkFailure, AccountUnavailable, and what storage throws. */
  async run(accountId: number, files: readonly OutboundFile[], place: 'tweet' | 'dm'): Promise<string[]> {
    const ids: string[] = [];
    for (const { sha256, contentType } of files) {
      const bytes = await this.storage.readBuffer(sha256);
      const options = { media_type: mediaType(contentType), media_category: categoryOf(contentType, place) };
      ids.push(await this.clients.ask(accountId, (client) => client.v2.uploadMedia(bytes, options)));
    }
    return ids;
  }
}

function categoryOf(contentType: string, place: 'tweet' | 'dm'): Category {
  if (contentType === 'image/gif') return `${place}_gif`;
  return contentType.startsWith('video/') ? `${place}_video` : `${place}_image`;
}

const TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'video/mp4'] as const;

/** Throws NetworkFailure for what X takes from nobody. */
function mediaType(contentType: string): (typeof TYPES)[number] {
  const known = TYPES.find((type) => type === contentType);
  if (known) return known;
  const words = `X takes no files of the kind ${contentType}.`;
  throw new NetworkFailure({ kind: 'permanent', words, status: null, code: '', retryAt: null });
}
