import { Injectable } from '@nestjs/common';
import { PlaceholderFactsRepository, safeHtml } from '@bureau/cases';
import { userIdOf, type Actor, type InsertArticle, type InsertedArticle } from '@bureau/contracts';
import { sayHtml, sayText } from '@bureau/domain';
import { Clock, Database, ProblemError, Transactional } from '@bureau/platform';
import { RenderArticleForCase } from './article-to-send.ts';
import { PicturesAsUploads } from './pictures-as-uploads.ts';

/** Gives an agent an article for the answer that he writes, and counts that it was of use. */
@Injectable()
export class InsertArticleInReply {
  constructor(
    private readonly render: RenderArticleForCase,
    private readonly facts: PlaceholderFactsRepository,
    private readonly pictures: PicturesAsUploads,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws article.not-found. */
  @Transactional()
  async run(actor: Actor, articleId: number, { caseId, language }: InsertArticle): Promise<InsertedArticle> {
    const article = await this.render.run(actor, { articleId, caseId, language });
    if (!article) throw new ProblemError('article.not-found');
    const values = await this.facts.ofAction(caseId, { userId: userIdOf(actor) ?? null, messageId: null });
    const text = sayText(article.text, values);
    const html = article.html === null ? null : sayHtml(article.html, values);
    const userId = userIdOf(actor);
    const pictures =
      html === null || userId === undefined
        ? { html: html?.words ?? null, uploads: [] }
        : await this.pictures.run(html.words, { articleId, userId });
    await this.count(articleId, article.brandId);
    return {
      articleId,
      language: article.language,
      subject: article.subject,
      html: pictures.html === null ? null : safeHtml(pictures.html),
      text: text.words,
      url: article.url,
      internal: article.internal,
      uploads: pictures.uploads,
      missing: [...new Set([...(html?.missing ?? []), ...text.missing])],
    };
  }

  private async count(articleId: number, brandId: number): Promise<void> {
    await this.database.run(
      `WITH day AS (INSERT INTO article_uses AS u (article_id, brand_id, day, inserts) VALUES ($1, $2, $3::date, 1)
         ON CONFLICT (article_id, brand_id, day) DO UPDATE SET inserts = u.inserts + 1)
       UPDATE article_counts SET inserts = inserts + 1 WHERE article_id = $1`,
      [articleId, brandId, this.clock.now()],
    );
  }
}
