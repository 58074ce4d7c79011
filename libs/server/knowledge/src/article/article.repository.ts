import { Injectable } from '@nestjs/common';
import type { OwnBodies } from '@bureau/contracts';
import { Database } from '@bureau/platform';
import { servedSql } from '../knowledge.policy.ts';
import { STORED_ARTICLE, type StoredArticle } from './stored-article.ts';

/** What of an article is the same in every language. */
export interface ArticleSettings {
  topicId: number;
  internal: boolean;
  quickcode: string | null;
  labelIds: number[];
  internalNotes: string;
  relatedIds: number[];
}

/** A text to be kept. */
export interface ArticleText {
  articleId: number;
  language: string;
  subject: string;
  slug: string;
  html: string;
  text: string;
  bodies: OwnBodies;
  keywords: string[];
  publishAt: Date | null;
  /** The time of appearing that was told as a fact. */
  announcedAt: Date | null;
  outdated: boolean;
  version: number;
  by: number | null;
}

const SETTINGS = ['topic_id', 'internal', 'quickcode', 'label_ids', 'internal_notes', 'related_ids', 'updated_by'];

/** The only place that speaks SQL for articles as those who work here see and write them. */
@Injectable()
export class ArticleRepository {
  constructor(private readonly database: Database) {}

  /** One that whoever serves these brands may see; in the trash too. */
  find(articleId: number, served: readonly number[] | null): Promise<StoredArticle | undefined> {
    const sql = `${STORED_ARTICLE} WHERE a.id = $2 AND ${servedSql(1)}`;
    return this.database.row<StoredArticle>(sql, [served, articleId]);
  }

  /** Nobody else changes it, or moves its topic elsewhere, until the end of the transaction. */
  async lock(articleId: number): Promise<void> {
    await this.database.run('SELECT FROM topics WHERE id = (SELECT topic_id FROM articles WHERE id = $1) FOR SHARE', [
      articleId,
    ]);
    await this.database.run('SELECT FROM articles WHERE id = $1 FOR UPDATE', [articleId]);
  }

  /** Behind the others of its topic. Throws the database's error for a quickcode that is taken. */
  async insert(language: string, settings: ArticleSettings, by: number | null): Promise<number> {
    const row = await this.database.row<{ id: number }>(
      `INSERT INTO articles (${SETTINGS.join(', ')}, language, created_by, position)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $7,
         (SELECT coalesce(max(position), 0) + 1 FROM articles WHERE topic_id = $1)) RETURNING id`,
      [...valuesOf(settings, by), language],
    );
    if (!row) throw new Error('The article was not saved.');
    await this.database.run('INSERT INTO article_counts (article_id) VALUES ($1)', [row.id]);
    return row.id;
  }

  /** In another topic it comes last. */
  async update(articleId: number, settings: ArticleSettings, by: number | null): Promise<void> {
    await this.database.run(
      `UPDATE articles SET ${SETTINGS.map((column, index) => `${column} = $${index + 1}`).join(', ')},
         position = CASE WHEN topic_id = $1 THEN position
           ELSE (SELECT coalesce(max(position), 0) + 1 FROM articles WHERE topic_id = $1) END
       WHERE id = $8`,
      [...valuesOf(settings, by), articleId],
    );
  }

  /** It changed, though no column of its own did. */
  async touch(articleId: number, by: number | null): Promise<void> {
    await this.database.run('UPDATE articles SET updated_by = $2 WHERE id = $1', [articleId, by]);
  }

  async putIntoTrash(
    articleId: number,
    { at, redirectTo, by }: { at: Date; redirectTo: number | null; by: number | null },
  ) {
    await this.database.run('UPDATE articles SET deleted_at = $2, redirect_to = $3, updated_by = $4 WHERE id = $1', [
      articleId,
      at,
      redirectTo,
      by,
    ]);
  }

  /** A quickcode that another article has taken meanwhile stays with it. */
  async takeOutOfTrash(articleId: number, by: number | null): Promise<void> {
    await this.database.run(
      `UPDATE articles a SET deleted_at = NULL, redirect_to = NULL, updated_by = $2,
         quickcode = CASE WHEN EXISTS (SELECT FROM articles b WHERE b.quickcode = a.quickcode AND b.deleted_at IS NULL)
                     THEN NULL ELSE quickcode END
       WHERE id = $1`,
      [articleId, by],
    );
  }

  async writeText(text: ArticleText): Promise<void> {
    await this.database.run(
      `INSERT INTO article_translations (article_id, language, subject, slug, html, text, bodies, keywords, publish_at,
         announced_at, outdated, version, updated_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       ON CONFLICT (article_id, language) DO UPDATE SET subject = $3, slug = $4, html = $5, text = $6, bodies = $7,
         keywords = $8, publish_at = $9, announced_at = $10, outdated = $11, version = $12, updated_by = $13`,
      [
        ...[text.articleId, text.language, text.subject, text.slug, text.html, text.text, JSON.stringify(text.bodies)],
        ...[text.keywords, text.publishAt, text.announcedAt, text.outdated, text.version, text.by],
      ],
    );
  }

  /** All but the first language have fallen behind. */
  async markOutdated(articleId: number, language: string): Promise<void> {
    await this.database.run(
      'UPDATE article_translations SET outdated = true WHERE article_id = $1 AND language <> $2 AND NOT outdated',
      [articleId, language],
    );
  }

  /** False: there was none. Its versions stay. */
  async removeText(articleId: number, language: string): Promise<boolean> {
    const sql = 'DELETE FROM article_translations WHERE article_id = $1 AND language = $2';
    return (await this.database.run(sql, [articleId, language])) > 0;
  }

  /** Those of the ids that are articles which whoever serves these brands may see. */
  async known(articleIds: readonly number[], served: readonly number[] | null): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>(
      `SELECT a.id FROM articles a JOIN topics o ON o.id = a.topic_id
       WHERE a.id = ANY($2) AND a.deleted_at IS NULL AND ${servedSql(1)}`,
      [served, articleIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Gives articles another label instead of one. Returns those that had it. */
  async relabel(fromId: number, toId: number): Promise<void> {
    await this.database.run(
      `UPDATE articles SET label_ids = CASE WHEN $2 = ANY(label_ids) THEN array_remove(label_ids, $1)
         ELSE array_replace(label_ids, $1, $2) END
       WHERE label_ids @> ARRAY[$1::bigint] AND label_ids <> '{}'`,
      [fromId, toId],
    );
  }
}

function valuesOf(settings: ArticleSettings, by: number | null): unknown[] {
  const { topicId, internal, quickcode, labelIds, internalNotes, relatedIds } = settings;
  return [topicId, internal, quickcode, labelIds, internalNotes, relatedIds, by];
}
