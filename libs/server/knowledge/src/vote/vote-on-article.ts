import { Injectable } from '@nestjs/common';
import { Clock, Database, ProblemError, Transactional } from '@bureau/platform';
import { READABLE, readerValues, type Reader } from '../reader/reader.ts';

/** What a visitor says of an article. `visitor`: a hash that is his alone and leads to nobody. */
export interface VoteOfVisitor {
  articleId: number;
  visitor: string;
  helpful: boolean;
  /** Undefined: as it was. */
  comment?: string | undefined;
}

/** Characters of a comment. */
export const LONGEST_COMMENT = 1000;

/** Counts whether an article helped: one vote of each visitor, which he may change. */
@Injectable()
export class VoteOnArticle {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws article.not-found when this reader cannot read it. */
  @Transactional()
  async run(reader: Reader, { articleId, visitor, helpful, comment }: VoteOfVisitor): Promise<void> {
    const now = this.clock.now();
    const readable = await this.database.row(
      `SELECT FROM articles a JOIN topics o ON o.id = a.topic_id JOIN article_translations t ON t.article_id = a.id
       WHERE a.id = $4 AND ${READABLE} LIMIT 1`,
      [...readerValues(reader, now), articleId],
    );
    if (!readable) throw new ProblemError('article.not-found');

    await this.database.run('SELECT FROM article_counts WHERE article_id = $1 FOR UPDATE', [articleId]);
    await this.database.run(
      `INSERT INTO article_votes AS v (article_id, brand_id, language, visitor, helpful, comment, at)
       VALUES ($1, $2, $3, $4, $5, coalesce($6, ''), $7)
       ON CONFLICT (article_id, visitor) DO UPDATE SET helpful = $5, comment = coalesce($6, v.comment), language = $3, at = $7`,
      [articleId, reader.brandId, reader.language, visitor, helpful, comment?.slice(0, LONGEST_COMMENT) ?? null, now],
    );
    await this.database.run(
      `UPDATE article_counts k SET helpful = v.yes, not_helpful = v.no
       FROM (SELECT count(*) FILTER (WHERE helpful) AS yes, count(*) FILTER (WHERE NOT helpful) AS no
             FROM article_votes WHERE article_id = $1) v WHERE k.article_id = $1`,
      [articleId],
    );
  }

  /** What this visitor said; undefined: nothing. */
  async of(articleId: number, visitor: string): Promise<{ helpful: boolean; comment: string } | undefined> {
    return this.database.row<{ helpful: boolean; comment: string }>(
      'SELECT helpful, comment FROM article_votes WHERE article_id = $1 AND visitor = $2',
      [articleId, visitor],
    );
  }
}
