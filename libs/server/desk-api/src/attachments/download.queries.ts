import { Injectable } from '@nestjs/common';
import { Database } from '@bureau/platform';
import type { Download } from './download-links.ts';

interface LoadedFile {
  fileName: string;
  contentType: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

const TABLES = { case: 'attachments', article: 'article_files', upload: 'uploads' };

@Injectable()
export class DownloadQueries {
  constructor(private readonly database: Database) {}

  /** Undefined when it was removed or erased meanwhile. Who may have it was asked when its address was made. */
  find({ of, fileId }: Download): Promise<LoadedFile | undefined> {
    return this.database.row<LoadedFile>(
      `SELECT file_name AS "fileName", content_type AS "contentType", size, sha256 FROM ${TABLES[of]}
       WHERE id = $1 AND sha256 IS NOT NULL`,
      [fileId],
    );
  }
}
