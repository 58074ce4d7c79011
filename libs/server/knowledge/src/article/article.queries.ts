import { Injectable } from '@nestjs/common';
import { API_PREFIX, permits, type Actor, type Article, type ArticleTranslation } from '@bureau/contracts';
import { bodiesOf, stateAt } from '@bureau/domain';
import { Clock, ProblemError, RawJson } from '@bureau/platform';
import { showPictures } from '../file/pictures-in-text.ts';
import { servedBrands, servesAll } from '../knowledge.policy.ts';
import { ArticleAddresses } from './article-addresses.ts';
import { ArticleRepository } from './article.repository.ts';
import type { StoredArticle, StoredTranslation } from './stored-article.ts';

/** Where those who work here get a file of an article. */
export const fileUrl = (articleId: number, fileId: number) =>
  `${API_PREFIX}/articles/${articleId}/attachments/${fileId}`;

/** Reads single articles as those who work here see them. */
@Injectable()
export class ArticleQueries {
  constructor(
    private readonly articles: ArticleRepository,
    private readonly addresses: ArticleAddresses,
    private readonly clock: Clock,
  ) {}

  /** With its version. Throws article.not-found. */
  async get(actor: Actor, articleId: number): Promise<RawJson> {
    const article = await this.stored(actor, articleId);
    return new RawJson(JSON.stringify(this.present(actor, article)), article.version);
  }

  /** Throws article.not-found. */
  async stored(actor: Actor, articleId: number): Promise<StoredArticle> {
    const article = await this.articles.find(articleId, servedBrands(actor));
    if (!article) throw new ProblemError('article.not-found');
    return article;
  }

  private present(actor: Actor, stored: StoredArticle): Article {
    const { version: _, brandIds, relatedIds: __, translations, attachments, ...article } = stored;
    const served = servedBrands(actor);
    const shown = served === null ? brandIds : brandIds.filter((id) => served.includes(id));
    const ours = servesAll(actor, brandIds);
    return {
      ...article,
      translations: translations.map((text) => this.presentText(stored, text, shown)),
      attachments: attachments.map((file) => ({ ...file, url: fileUrl(article.id, file.id) })),
      editable: ours && permits(actor, 'articles:write'),
      publishable: ours && permits(actor, 'articles:publish'),
    };
  }

  private presentText(article: StoredArticle, text: StoredTranslation, brandIds: number[]): ArticleTranslation {
    const { announcedAt: _, bodies, html, ...rest } = text;
    const urls = brandIds.flatMap((brandId) => {
      const url = this.addresses.of(article, text, brandId);
      return url === null ? [] : [{ brandId, url }];
    });
    const shown = showPictures(html, (fileId) => fileUrl(article.id, fileId));
    const publishAt = text.publishAt === null ? null : new Date(text.publishAt);
    return {
      ...rest,
      html: shown,
      bodies: bodiesOf({ html: shown, bodies, url: urls[0]?.url ?? '' }),
      state: stateAt(publishAt, this.clock.now()),
      urls,
    };
  }
}
