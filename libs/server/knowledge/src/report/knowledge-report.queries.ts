import { Injectable } from '@nestjs/common';
import type { Actor, ArticleHelp, FruitlessSearch, KnowledgeReportQuery } from '@bureau/contracts';
import { Clock, Database, pageFrom, readCursor, type RawJson } from '@bureau/platform';
import { ArticleQueries } from '../article/article.queries.ts';
import { servedBrands, servedSql } from '../knowledge.policy.ts';

/** Tells what visitors miss, and how articles are received. */
@Injectable()
export class KnowledgeReportQueries {
  constructor(
    private readonly database: Database,
    private readonly articles: ArticleQueries,
    private readonly clock: Clock,
  ) {}

  /** What was looked for and not found, the most frequent first. */
  fruitlessSearches(actor: Actor, { days, brandId, limit }: KnowledgeReportQuery): Promise<FruitlessSearch[]> {
    return this.database.rows<FruitlessSearch>(
      `SELECT words, language, brand_id AS "brandId", sum(fruitless)::int AS count, to_json(max(last_at)) #>> '{}' AS "lastAt"
       FROM knowledge_searches
       WHERE fruitless > 0 AND day > $3::date - $4::int AND ($1::bigint[] IS NULL OR brand_id = ANY($1))
         AND ($2::bigint IS NULL OR brand_id = $2)
       GROUP BY words, language, brand_id ORDER BY count DESC, max(last_at) DESC, words LIMIT $5`,
      [servedBrands(actor), brandId ?? null, this.clock.now(), days, limit],
    );
  }

  /** Those that helped least of what was read, first. */
  helpfulness(actor: Actor, { days, brandId, limit }: KnowledgeReportQuery): Promise<ArticleHelp[]> {
    return this.database.rows<ArticleHelp>(
      `SELECT a.id AS "articleId", t.subject, coalesce(u.views, 0)::int AS views, coalesce(v.helpful, 0)::int AS helpful,
         coalesce(v.not_helpful, 0)::int AS "notHelpful", coalesce(v.comments, 0)::int AS comments
       FROM articles a JOIN topics o ON o.id = a.topic_id
       JOIN article_translations t ON t.article_id = a.id AND t.language = a.language
       LEFT JOIN (SELECT article_id, sum(views) AS views FROM article_uses
         WHERE day > $3::date - $4::int AND ($2::bigint IS NULL OR brand_id = $2) AND ($1::bigint[] IS NULL OR brand_id = ANY($1))
         GROUP BY article_id) u ON u.article_id = a.id
       LEFT JOIN (SELECT article_id, count(*) FILTER (WHERE helpful) AS helpful, count(*) FILTER (WHERE NOT helpful) AS not_helpful,
           count(*) FILTER (WHERE comment <> '') AS comments FROM article_votes
         WHERE at > $3::timestamptz - make_interval(days => $4) AND ($2::bigint IS NULL OR brand_id = $2)
           AND ($1::bigint[] IS NULL OR brand_id = ANY($1))
         GROUP BY article_id) v ON v.article_id = a.id
       WHERE ${servedSql(1)} AND a.deleted_at IS NULL AND (u.views > 0 OR v.helpful + v.not_helpful > 0)
       ORDER BY (coalesce(v.helpful, 0) + 1.0) / (coalesce(v.helpful, 0) + coalesce(v.not_helpful, 0) + 2), "notHelpful" DESC, views DESC, a.id
       LIMIT $5`,
      [servedBrands(actor), brandId ?? null, this.clock.now(), days, limit],
    );
  }

  /** What visitors of the brands that the actor serves said, the latest first. Throws article.not-found. */
  async votes(
    actor: Actor,
    articleId: number,
    { limit, cursor }: { limit: number; cursor?: string | undefined },
  ): Promise<RawJson> {
    await this.articles.stored(actor, articleId);
    const before = readCursor(cursor);
    const rows = await this.database.rows<{ id: number; at: string; json: string }>(
      `SELECT id, at::text, jsonb_build_object('id', id, 'brandId', brand_id, 'language', language, 'helpful', helpful,
         'comment', comment, 'at', at)::text AS json
       FROM article_votes WHERE article_id = $2 AND ($1::bigint[] IS NULL OR brand_id = ANY($1))
         AND ($3::timestamptz IS NULL OR (at, id) < ($3, $4)) ORDER BY at DESC, id DESC LIMIT $5`,
      [servedBrands(actor), articleId, before?.at ?? null, before?.id ?? null, limit + 1],
    );
    return pageFrom(rows, limit);
  }
}
