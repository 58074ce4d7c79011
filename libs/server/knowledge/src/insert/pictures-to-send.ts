import { Injectable } from '@nestjs/common';
import type { StoredFile } from '@bureau/cases';
import { Database } from '@bureau/platform';
import { namePictures, pictureName } from '../file/pictures-in-text.ts';

/** The pictures of an article that goes out without anybody writing, such as by a rule. */
@Injectable()
export class PicturesToSend {
  constructor(private readonly database: Database) {}

  /** Clean HTML of the article. A picture that is no file of it is left out. */
  async run(html: string, articleId: number): Promise<{ html: string; pictures: StoredFile[] }> {
    const { fileIds } = namePictures(html);
    const files = await this.database.rows<Omit<StoredFile, 'contentId' | 'inline'> & { id: number }>(
      `SELECT id, file_name AS "fileName", content_type AS "contentType", size, sha256 FROM article_files
       WHERE article_id = $1 AND id = ANY($2::bigint[]) ORDER BY array_position($2::bigint[], id)`,
      [articleId, fileIds],
    );
    const known = new Set(files.map(({ id }) => id));
    return {
      html: namePictures(html, (fileId) => (known.has(fileId) ? pictureName(fileId) : null)).html,
      pictures: files.map(({ id, ...file }) => ({ ...file, contentId: pictureName(id), inline: true })),
    };
  }
}
