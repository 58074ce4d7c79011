import { Injectable } from '@nestjs/common';
import { PlaceholderFactsRepository, safeHtml } from '@bureau/cases';
import { userIdOf, type Actor, type InsertArticle, type InsertedArticle, type Upload } from '@bureau/contracts';
import { sayHtml, sayText } from '@bureau/domain';
import { Clock, Database, ProblemError, Transactional } from '@bureau/platform';
import { namePictures } from '../file/pictures-in-text.ts';
import { RenderArticleForCase } from './article-to-send.ts';

/** Gives an agent an article for the answer that he writes, and counts that it was of use. */
@Injectable()
export class InsertArticleInReply {
  constructor(
    private readonly render: RenderArticleForCase,
    private readonly facts: PlaceholderFactsRepository,
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
    const pictures =
      html === null ? { html: null, uploads: [] } : await this.withPictures(actor, articleId, html.words);
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

  /** Pictures of the article become uploads of whoever inserts it, as if he had put them into his reply. */
  private async withPictures(
    actor: Actor,
    articleId: number,
    html: string,
  ): Promise<{ html: string; uploads: Upload[] }> {
    const userId = userIdOf(actor);
    const uploads = new Map<number, Upload>();
    for (const fileId of namePictures(html).fileIds) {
      const upload = await this.database.row<Upload>(
        `INSERT INTO uploads (user_id, file_name, content_type, size, sha256, created_at)
         SELECT $3, file_name, content_type, size, sha256, $4 FROM article_files WHERE article_id = $1 AND id = $2
         RETURNING id, file_name AS "fileName", content_type AS "contentType", size, sha256`,
        [articleId, fileId, userId, this.clock.now()],
      );
      if (upload) uploads.set(fileId, upload);
    }
    const renamed = namePictures(html, (fileId) => {
      const upload = uploads.get(fileId);
      return upload ? `upload-${upload.id}` : null;
    });
    return { html: renamed.html, uploads: [...uploads.values()] };
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
