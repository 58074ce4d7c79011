import { Injectable } from '@nestjs/common';
import { LINK_EXAMPLES, type Actor, type Link } from '@bureau/contracts';
import { Database, LinkSources } from '@bureau/platform';
import { servedBrands, servedSql } from './knowledge.policy.ts';

const TOPICS = 'EXISTS (SELECT FROM topic_brands b WHERE b.topic_id = o.id AND b.brand_id = $2)';
const ARTICLES = `a.label_ids @> ARRAY[$2::bigint] AND a.label_ids <> '{}' AND a.deleted_at IS NULL`;

/** Says which topics are on the pages of a brand, and which articles carry a label. */
@Injectable()
export class KnowledgeLinks {
  constructor(
    private readonly database: Database,
    sources: LinkSources,
  ) {
    sources.declare('brand', async (actor, id) => [await this.topics(actor, id)]);
    sources.declare('label', async (actor, id) => [await this.articles(actor, id)]);
  }

  /** All are counted; only what the actor may see is named. */
  private async topics(actor: Actor, brandId: number): Promise<Link> {
    const row = await this.database.row<Pick<Link, 'count' | 'examples'>>(
      `SELECT (SELECT count(*) FROM topics o WHERE ${TOPICS}) AS count, coalesce((SELECT json_agg(e) FROM (
         SELECT o.id, n.name FROM topics o JOIN topic_translations n ON n.topic_id = o.id AND n.language = o.language
         WHERE ${TOPICS} AND ${servedSql(1)} ORDER BY o.position, o.id LIMIT ${LINK_EXAMPLES}) e), '[]') AS examples`,
      [servedBrands(actor), brandId],
    );
    return { noun: 'topic', count: row?.count ?? 0, examples: row?.examples ?? [] };
  }

  private async articles(actor: Actor, labelId: number): Promise<Link> {
    const row = await this.database.row<Pick<Link, 'count' | 'examples'>>(
      `SELECT (SELECT count(*) FROM articles a WHERE ${ARTICLES}) AS count, coalesce((SELECT json_agg(e) FROM (
         SELECT a.id, t.subject AS name FROM articles a JOIN topics o ON o.id = a.topic_id
         JOIN article_translations t ON t.article_id = a.id AND t.language = a.language
         WHERE ${ARTICLES} AND ${servedSql(1)} ORDER BY t.subject, a.id LIMIT ${LINK_EXAMPLES}) e), '[]') AS examples`,
      [servedBrands(actor), labelId],
    );
    return { noun: 'article', count: row?.count ?? 0, examples: row?.examples ?? [] };
  }
}
