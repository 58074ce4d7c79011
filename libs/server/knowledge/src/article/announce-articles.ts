import { Injectable } from '@nestjs/common';
import { SYSTEM } from '@bureau/cases';
import { stampOf } from '@bureau/contracts';
import { Clock, Database, Every, Outbox, statement } from '@bureau/platform';

const BATCH = 100;

const DUE = statement(
  'articles.due',
  `UPDATE article_translations t SET announced_at = t.publish_at
   FROM (SELECT d.article_id, d.language FROM article_translations d JOIN articles a ON a.id = d.article_id
         WHERE d.publish_at <= $1 AND d.announced_at IS DISTINCT FROM d.publish_at AND a.deleted_at IS NULL
         ORDER BY d.publish_at LIMIT ${BATCH} FOR UPDATE OF d SKIP LOCKED) due
   WHERE t.article_id = due.article_id AND t.language = due.language
   RETURNING t.article_id AS "articleId", t.language`,
);

/**
 * Tells of texts whose time has come. Readers see them at that moment without it: their time alone decides. So nothing
 * appears late after the desk was down; only the fact is told when it is up again, once.
 */
@Injectable()
export class AnnounceArticles {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  @Every('1m', 'articles.announce')
  async run(): Promise<void> {
    while ((await this.announceBatch()) === BATCH);
  }

  private announceBatch(): Promise<number> {
    return this.database.transaction(async () => {
      const due = await this.database.rows<{ articleId: number; language: string }>(DUE, [this.clock.now()]);
      for (const { articleId, language } of due) {
        await this.outbox.add('article.published', { articleId, language, actor: stampOf(SYSTEM) });
      }
      return due.length;
    });
  }
}
