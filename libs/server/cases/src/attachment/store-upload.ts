import { Readable, Transform } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { UPLOAD_LIMIT, type Actor, type Upload } from '@bureau/contracts';
import { BlobStorage, Clock, Database, ProblemError } from '@bureau/platform';

/** Keeps a file for the reply that an agent is writing. */
@Injectable()
export class StoreUpload {
  constructor(
    private readonly storage: BlobStorage,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws request.too-large, storage.unavailable. */
  async run(
    actor: Actor,
    { fileName, contentType, content }: { fileName: string; contentType: string; content: Readable },
  ): Promise<Upload> {
    if (actor.kind !== 'user' && actor.kind !== 'application') throw new ProblemError('permission.denied');
    const { sha256, size } = await this.storage.put(content.pipe(limited(content)));
    const row = await this.database.row<Upload>(
      `WITH blob AS (INSERT INTO blobs (sha256, size) VALUES ($4, $5) ON CONFLICT DO NOTHING)
       INSERT INTO uploads (user_id, file_name, content_type, size, sha256, created_at)
       VALUES ($1, $2, $3, $5, $4, $6)
       RETURNING id, file_name AS "fileName", content_type AS "contentType", size, sha256`,
      [actor.userId, fileName, contentType, sha256, size, this.clock.now()],
    );
    if (!row) throw new ProblemError('storage.unavailable');
    return row;
  }
}

/** Passes the bytes on and breaks off with request.too-large when there are too many. */
function limited(source: Readable): Transform {
  let seen = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > UPLOAD_LIMIT) done(new ProblemError('request.too-large'));
      else done(null, chunk);
    },
  });
  source.once('error', (error) => limit.destroy(error));
  // What still comes is let go by: a client that is not read would hold its connection, and the desk's end, for minutes.
  limit.once('unpipe', () => source.resume());
  return limit;
}
