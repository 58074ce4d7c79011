import { Injectable } from '@nestjs/common';
import type { Upload } from '@bureau/contracts';
import { Database } from '@bureau/platform';
import { renamePictures } from './picture-in-text.ts';

/** The files of a message as uploads of somebody who writes it anew. */
export interface FilesAgain {
  uploads: Upload[];
  /** HTML of the message, its pictures named after the uploads. */
  renamed: (html: string) => string;
}

/** Gives the files of a message that did not leave, or not for good, back to whoever writes it again. */
@Injectable()
export class UploadAgain {
  constructor(private readonly database: Database) {}

  async run(messageId: number, userId: number, at: Date): Promise<FilesAgain> {
    const files = 'FROM attachments WHERE message_id = $1 AND sha256 IS NOT NULL ORDER BY position';
    const names = await this.database.rows<{ contentId: string | null }>(`SELECT content_id AS "contentId" ${files}`, [
      messageId,
    ]);
    if (names.length === 0) return { uploads: [], renamed: (html) => html };
    const made = await this.database.rows<Upload>(
      `INSERT INTO uploads (user_id, file_name, content_type, size, sha256, created_at)
       SELECT $2, file_name, content_type, size, sha256, $3 ${files}
       RETURNING id, file_name AS "fileName", content_type AS "contentType", size, sha256`,
      [messageId, userId, at],
    );
    const uploads = made.sort((one, other) => one.id - other.id);
    const pictures = uploads.flatMap(({ id }, index) => {
      const contentId = names[index]?.contentId ?? null;
      return contentId === null ? [] : [{ contentId, uploadId: id }];
    });
    return { uploads, renamed: (html) => renamePictures(html, pictures) };
  }
}
