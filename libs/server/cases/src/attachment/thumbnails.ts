import { Injectable } from '@nestjs/common';
import { BlobStorage, Clock, Database, pictureTypeOf, ProblemError } from '@bureau/platform';
import type { ReadableFile } from './attachment.queries.ts';
import { PictureReader } from './picture-reader.ts';

/** Bytes of an image that are read into memory for a small one. */
const LARGEST = 25 * 1024 * 1024;

/** Small pictures of images, made when they are first looked at, and kept with the bytes that they show. */
@Injectable()
export class Thumbnails {
  constructor(
    private readonly storage: BlobStorage,
    private readonly reader: PictureReader,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** WebP. Throws attachment.not-found for what is no picture by its bytes, whatever its name says (no SVG: it runs). */
  async of(file: ReadableFile): Promise<Buffer> {
    const kept = await this.database.row<{ picture: Buffer | null }>(
      'SELECT picture FROM thumbnails WHERE sha256 = $1',
      [file.sha256],
    );
    const picture = kept ? kept.picture : await this.make(file);
    if (!picture) throw new ProblemError('attachment.not-found');
    return picture;
  }

  private async make({ sha256, size }: ReadableFile): Promise<Buffer | null> {
    const image = size > LARGEST ? null : await this.storage.readBuffer(sha256);
    const small = image && pictureTypeOf(image) !== null ? await this.reader.small(image) : null;
    const picture = small && Buffer.from(small);
    await this.database.run(
      'INSERT INTO thumbnails (sha256, picture, made_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [sha256, picture, this.clock.now()],
    );
    return picture;
  }
}
