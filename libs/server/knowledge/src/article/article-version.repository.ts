import { Injectable } from '@nestjs/common';
import type { OwnBodies } from '@bureau/contracts';
import { Database } from '@bureau/platform';

/** A text as it once was. */
export interface StoredVersion {
  version: number;
  subject: string;
  html: string;
  bodies: OwnBodies;
  keywords: string[];
  restores: number | null;
  at: string;
  by: { id: number; name: string } | null;
}

const VERSION = `v.version, v.subject, v.html, v.bodies, v.keywords, v.restores, to_json(v.created_at) #>> '{}' AS at,
  (SELECT json_build_object('id', u.id, 'name', u.name) FROM users u WHERE u.id = v.created_by) AS by`;

/** The only place that speaks SQL for versions of texts. */
@Injectable()
export class ArticleVersionRepository {
  constructor(private readonly database: Database) {}

  /** The latest first. */
  list(articleId: number, language: string): Promise<StoredVersion[]> {
    return this.database.rows<StoredVersion>(
      `SELECT ${VERSION} FROM article_versions v WHERE article_id = $1 AND language = $2 ORDER BY version DESC LIMIT 500`,
      [articleId, language],
    );
  }

  find(articleId: number, language: string, version: number): Promise<StoredVersion | undefined> {
    return this.database.row<StoredVersion>(
      `SELECT ${VERSION} FROM article_versions v WHERE article_id = $1 AND language = $2 AND version = $3`,
      [articleId, language, version],
    );
  }

  /** The number of the last one; 0: there was none, even if the text was removed since. */
  async last(articleId: number, language: string): Promise<number> {
    const sql = 'SELECT max(version) AS last FROM article_versions WHERE article_id = $1 AND language = $2';
    return (await this.database.row<{ last: number | null }>(sql, [articleId, language]))?.last ?? 0;
  }

  async add(
    { articleId, language, version }: { articleId: number; language: string; version: number },
    text: Pick<StoredVersion, 'subject' | 'html' | 'bodies' | 'keywords' | 'restores'>,
    { at, by }: { at: Date; by: number | null },
  ): Promise<void> {
    await this.database.run(
      `INSERT INTO article_versions (article_id, language, version, subject, html, bodies, keywords, restores, created_at, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[articleId, language, version, text.subject, text.html, JSON.stringify(text.bodies)],
        ...[text.keywords, text.restores, at, by],
      ],
    );
  }
}
