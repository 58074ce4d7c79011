import { Injectable } from '@nestjs/common';
import type { Audience, Topic } from '@bureau/contracts';
import { Database } from '@bureau/platform';
import { wantedLanguagesSql } from '../wanted-languages.ts';

export type TopicSettings = {
  audience: Audience;
  allowQuestions: boolean;
  brandIds: number[];
};

/** A topic as it is kept; `brandIds` are all of them. */
export interface StoredTopic extends Omit<Topic, 'editable'> {
  version: string;
}

/** Who reads, and when. */
export interface TopicReading {
  now: Date;
  /** The brands whose languages he may learn; null: every one. */
  served: readonly number[] | null;
}

export interface TopicText {
  topicId: number;
  language: string;
  name: string;
  description: string;
  slug: string;
}

/** `$1`: now. `$2`: the brands that the reader serves; null: every one. */
const TOPIC = `o.id, o.language, n.name, n.description, o.audience, o.allow_questions AS "allowQuestions", o.position,
  ARRAY(SELECT brand_id FROM topic_brands WHERE topic_id = o.id ORDER BY brand_id) AS "brandIds",
  ${wantedLanguagesSql(2)} AS languages,
  (SELECT json_agg(json_build_object('language', t.language, 'name', t.name, 'description', t.description, 'slug', t.slug,
     'updatedAt', t.updated_at) ORDER BY t.language <> o.language, t.language)
   FROM topic_translations t WHERE t.topic_id = o.id) AS translations,
  (SELECT count(*) FROM articles a WHERE a.topic_id = o.id AND a.deleted_at IS NULL) AS "articleCount",
  (SELECT count(*) FROM articles a WHERE a.topic_id = o.id AND a.deleted_at IS NULL AND EXISTS (
     SELECT FROM article_translations t WHERE t.article_id = a.id AND t.publish_at <= $1)) AS "publishedCount",
  to_json(o.updated_at) #>> '{}' AS "updatedAt", o.updated_at::text AS version,
  (SELECT json_build_object('id', u.id, 'name', u.name) FROM users u WHERE u.id = o.updated_by) AS "updatedBy"`;
const FROM = 'FROM topics o JOIN topic_translations n ON n.topic_id = o.id AND n.language = o.language';

/** The only place that speaks SQL for topics as those who work here see them. */
@Injectable()
export class TopicRepository {
  constructor(private readonly database: Database) {}

  /** All, in their order. */
  list({ now, served }: TopicReading): Promise<StoredTopic[]> {
    return this.database.rows<StoredTopic>(`SELECT ${TOPIC} ${FROM} ORDER BY o.position, o.id`, [now, served]);
  }

  find(topicId: number, { now, served }: TopicReading): Promise<StoredTopic | undefined> {
    return this.database.row<StoredTopic>(`SELECT ${TOPIC} ${FROM} WHERE o.id = $3`, [now, served, topicId]);
  }

  /** Nobody else changes them until the end of the transaction. */
  async lock(topicIds: readonly number[]): Promise<void> {
    await this.database.run('SELECT FROM topics WHERE id = ANY($1) ORDER BY id FOR UPDATE', [topicIds]);
  }

  async lockAll(): Promise<void> {
    await this.database.run('SELECT FROM topics ORDER BY id FOR UPDATE');
  }

  /** Behind the others. */
  async insert(language: string, { audience, allowQuestions }: TopicSettings, by: number | null): Promise<number> {
    const row = await this.database.row<{ id: number }>(
      `INSERT INTO topics (language, audience, allow_questions, updated_by, position)
       VALUES ($1, $2, $3, $4, (SELECT coalesce(max(position), 0) + 1 FROM topics)) RETURNING id`,
      [language, audience, allowQuestions, by],
    );
    if (!row) throw new Error('The topic was not saved.');
    return row.id;
  }

  async update(topicId: number, { audience, allowQuestions }: TopicSettings, by: number | null): Promise<void> {
    await this.database.run('UPDATE topics SET audience = $2, allow_questions = $3, updated_by = $4 WHERE id = $1', [
      topicId,
      audience,
      allowQuestions,
      by,
    ]);
  }

  /** It changed, though no column of its own did. */
  async touch(topicId: number, by: number | null): Promise<void> {
    await this.database.run('UPDATE topics SET updated_by = $2 WHERE id = $1', [topicId, by]);
  }

  async setBrands(topicId: number, brandIds: readonly number[]): Promise<void> {
    await this.database.run('DELETE FROM topic_brands WHERE topic_id = $1 AND brand_id <> ALL($2)', [
      topicId,
      brandIds,
    ]);
    await this.database.run(
      'INSERT INTO topic_brands (topic_id, brand_id) SELECT $1, unnest($2::bigint[]) ON CONFLICT DO NOTHING',
      [topicId, brandIds],
    );
  }

  /** Those of the ids that are no brands. */
  async unknownBrands(brandIds: readonly number[]): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>(
      'SELECT n.id FROM unnest($1::bigint[]) AS n (id) WHERE NOT EXISTS (SELECT FROM brands b WHERE b.id = n.id)',
      [brandIds],
    );
    return rows.map(({ id }) => id);
  }

  async writeText({ topicId, language, name, description, slug }: TopicText): Promise<void> {
    await this.database.run(
      `INSERT INTO topic_translations (topic_id, language, name, description, slug) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (topic_id, language) DO UPDATE SET name = $3, description = $4, slug = $5`,
      [topicId, language, name, description, slug],
    );
  }

  /** False: there was none. */
  async removeText(topicId: number, language: string): Promise<boolean> {
    const sql = 'DELETE FROM topic_translations WHERE topic_id = $1 AND language = $2';
    return (await this.database.run(sql, [topicId, language])) > 0;
  }

  /** The named ones first, in this order; the others keep theirs behind them. */
  async reorder(topicIds: readonly number[]): Promise<void> {
    await this.database.run(
      `UPDATE topics o SET position = n.position
       FROM (SELECT id, row_number() OVER (ORDER BY array_position($1::bigint[], id) NULLS LAST, position, id) AS position
             FROM topics) n
       WHERE n.id = o.id AND n.position <> o.position`,
      [topicIds],
    );
  }

  /** Its articles, those of the trash too, go behind those of another topic. */
  async moveArticles(topicId: number, toTopicId: number, by: number | null): Promise<void> {
    await this.database.run(
      `UPDATE articles SET topic_id = $2, updated_by = $3,
         position = position + (SELECT coalesce(max(position), 0) FROM articles WHERE topic_id = $2)
       WHERE topic_id = $1`,
      [topicId, toTopicId, by],
    );
  }

  /** With what lies in the trash. */
  async delete(topicId: number): Promise<void> {
    await this.database.run('DELETE FROM articles WHERE topic_id = $1 AND deleted_at IS NOT NULL', [topicId]);
    await this.database.run('DELETE FROM topics WHERE id = $1', [topicId]);
  }

  /** Articles of the topic: the named ones first. */
  async reorderArticles(topicId: number, articleIds: readonly number[]): Promise<void> {
    await this.database.run(
      `UPDATE articles a SET position = n.position
       FROM (SELECT id, row_number() OVER (ORDER BY array_position($2::bigint[], id) NULLS LAST, position, id) AS position
             FROM articles WHERE topic_id = $1) n
       WHERE n.id = a.id AND n.position <> a.position`,
      [topicId, articleIds],
    );
  }

  /** The other articles that stand before such a position. */
  async articlesBefore(
    topicId: number,
    { articleId, position }: { articleId: number; position: number },
  ): Promise<number[]> {
    const sql = `SELECT id FROM articles WHERE topic_id = $1 AND id <> $2 AND deleted_at IS NULL
      ORDER BY position, id LIMIT $3`;
    return (await this.database.rows<{ id: number }>(sql, [topicId, articleId, position - 1])).map(({ id }) => id);
  }

  /** Those of the ids that are articles of this topic. */
  async articlesOf(topicId: number, articleIds: readonly number[]): Promise<number[]> {
    const sql = 'SELECT id FROM articles WHERE topic_id = $1 AND id = ANY($2) AND deleted_at IS NULL';
    return (await this.database.rows<{ id: number }>(sql, [topicId, articleIds])).map(({ id }) => id);
  }
}
