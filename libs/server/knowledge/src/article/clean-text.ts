import { Injectable } from '@nestjs/common';
import { safeHtml } from '@bureau/cases';
import { BODY_CHANNELS, type OwnBodies } from '@bureau/contracts';
import { hasFormatting } from '@bureau/domain';
import { BlobStorage, InvalidInput, type StoredBlob } from '@bureau/platform';
import { takeOutPictures } from '../file/pictures-in-text.ts';

/** HTML made safe, whose pictures are durable in the storage and wait for their numbers. */
export interface CleanText {
  pictures: (StoredBlob & { contentType: string })[];
  fill(fileIds: readonly number[]): string;
}

/** Makes what people write for articles safe: the same rules as for mail (S13–S16). */
@Injectable()
export class CleanArticleText {
  constructor(private readonly storage: BlobStorage) {}

  /** Before the transaction: it may talk to the storage. Throws request.invalid, storage.unavailable. */
  async html(written: string): Promise<CleanText> {
    const { pictures, fill } = takeOutPictures(safeHtml(written));
    const stored: CleanText['pictures'] = [];
    for (const { content, contentType } of pictures) {
      stored.push({ ...(await this.storage.put(content)), contentType });
    }
    return { pictures: stored, fill };
  }

  /** Bodies of one's own; those with formatting are HTML. Throws request.invalid. */
  bodies(written: OwnBodies): OwnBodies {
    const clean: OwnBodies = {};
    for (const channel of BODY_CHANNELS) {
      const body = written[channel];
      if (body !== undefined) clean[channel] = hasFormatting(channel) ? cleanBody(channel, body) : body;
    }
    return clean;
  }
}

function cleanBody(channel: string, body: string): string {
  try {
    return safeHtml(body);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput([
      { path: `bodies.${channel}`, message: 'The formatting is too complicated; use less of it.' },
    ]);
  }
}
