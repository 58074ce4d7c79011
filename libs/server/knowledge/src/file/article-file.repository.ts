import { Injectable } from '@nestjs/common';
import type { ArticleAttachment } from '@bureau/contracts';
import type { StoredBlob } from '@bureau/platform';
import { Database } from '@bureau/platform';

export interface NewFile extends StoredBlob {
  fileName: string;
  contentType: string;
  inline: boolean;
}

/** A file with the name of its bytes. */
export interface ArticleFile {
  id: number;
  fileName: string;
  contentType: string;
  size: number;
  sha256: string;
}

const FILE = `id, file_name AS "fileName", content_type AS "contentType", size, sha256`;

/** The only place that speaks SQL for files of articles. */
@Injectable()
export class ArticleFileRepository {
  constructor(private readonly database: Database) {}

  async insert(
    articleId: number,
    { fileName, contentType, size, sha256, inline }: NewFile,
    { at, by }: { at: Date; by: number | null },
  ): Promise<Omit<ArticleAttachment, 'url'>> {
    const row = await this.database.row<Omit<ArticleAttachment, 'url'>>(
      `WITH blob AS (INSERT INTO blobs (sha256, size) VALUES ($4, $5) ON CONFLICT DO NOTHING)
       INSERT INTO article_files (article_id, file_name, content_type, sha256, size, inline, created_at, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       RETURNING id, file_name AS "fileName", content_type AS "contentType", size, inline, to_json(created_at) #>> '{}' AS "createdAt"`,
      [articleId, fileName, contentType, sha256, size, inline, at, by],
    );
    if (!row) throw new Error('The file was not kept.');
    return row;
  }

  find(articleId: number, fileId: number): Promise<ArticleFile | undefined> {
    const sql = `SELECT ${FILE} FROM article_files WHERE article_id = $1 AND id = $2`;
    return this.database.row<ArticleFile>(sql, [articleId, fileId]);
  }

  /** Its bytes go when nothing else in the desk needs them. */
  async remove(articleId: number, fileId: number, at: Date): Promise<ArticleFile | undefined> {
    const sql = `DELETE FROM article_files WHERE article_id = $1 AND id = $2 RETURNING ${FILE}`;
    const file = await this.database.row<ArticleFile>(sql, [articleId, fileId]);
    if (!file) return undefined;
    await this.database.run(
      `INSERT INTO erased_blobs (sha256, erased_at) VALUES ($1, $2)
       ON CONFLICT (sha256) DO UPDATE SET erased_at = excluded.erased_at`,
      [file.sha256, at],
    );
    return file;
  }
}
