import { Injectable } from '@nestjs/common';
import type { Upload } from '@bureau/contracts';
import { Clock, Database } from '@bureau/platform';
import { namePictures } from '../file/pictures-in-text.ts';

/** HTML with pictures that are uploads, as a reply has them. */
export interface WithUploads {
  html: string;
  uploads: Upload[];
}

/** Makes uploads of the pictures of an article, as if whoever writes the reply had put them into it. */
@Injectable()
export class PicturesAsUploads {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Clean HTML of the article. A picture that is no file of it is left out. */
  async run(html: string, { articleId, userId }: { articleId: number; userId: number }): Promise<WithUploads> {
    const uploads = new Map<number, Upload>();
    for (const fileId of namePictures(html).fileIds) {
      const upload = await this.database.row<Upload>(
        `INSERT INTO uploads (user_id, file_name, content_type, size, sha256, created_at)
         SELECT $3, file_name, content_type, size, sha256, $4 FROM article_files WHERE article_id = $1 AND id = $2
         RETURNING id, file_name AS "fileName", content_type AS "contentType", size, sha256`,
        [articleId, fileId, userId, this.clock.now()],
      );
      if (upload) uploads.set(fileId, upload);
    }
    const renamed = namePictures(html, (fileId) => {
      const upload = uploads.get(fileId);
      return upload ? `upload-${upload.id}` : null;
    });
    return { html: renamed.html, uploads: [...uploads.values()] };
  }
}
