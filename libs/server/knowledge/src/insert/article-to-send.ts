import { Injectable } from '@nestjs/common';
import { ArticleTexts, caseAccess, type ArticleText, type ArticleWanted } from '@bureau/cases';
import type { Actor, Channel } from '@bureau/contracts';
import { bodyFor, hasFormatting, textOfHtml } from '@bureau/domain';
import { Clock, Database } from '@bureau/platform';
import { ArticleAddresses } from '../article/article-addresses.ts';
import { ArticleRepository } from '../article/article.repository.ts';
import type { StoredArticle, StoredTranslation } from '../article/stored-article.ts';
import { servedBrands } from '../knowledge.policy.ts';
import { tagOf } from '../search/find-articles.ts';
import { PicturesAsUploads } from './pictures-as-uploads.ts';
import { PicturesToSend } from './pictures-to-send.ts';

interface CaseFacts {
  channel: Channel;
  brandId: number;
  language: string | null;
}

/** An article as it goes to the customer of a case; its pictures are named as its files. */
export interface ArticleToSend extends Omit<ArticleText, 'pictures'> {
  brandId: number;
  internal: boolean;
  url: string | null;
}

/** Renders articles for cases: for the composer, and for what macros and rules say. */
@Injectable()
export class RenderArticleForCase {
  constructor(
    private readonly articles: ArticleRepository,
    private readonly addresses: ArticleAddresses,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Undefined: the actor may not see the case or the article, it is a draft, or it is on the pages of other brands only:
   * what one brand says is not said in the name of another (S32).
   */
  async run(actor: Actor, { articleId, caseId, language }: ArticleWanted): Promise<ArticleToSend | undefined> {
    const about = await this.caseFacts(actor, caseId);
    const article = about && (await this.articles.find(articleId, servedBrands(actor)));
    if (!article || article.deletedAt !== null) return undefined;
    if (article.brandIds.length > 0 && !article.brandIds.includes(about.brandId)) return undefined;
    const text = this.chooseText(article, language ?? (about.language === null ? null : tagOf(about.language)));
    return text && this.render(article, text, about);
  }

  private render(article: StoredArticle, text: StoredTranslation, { channel, brandId }: CaseFacts): ArticleToSend {
    const url = this.addresses.of(article, text, brandId);
    const written = { html: text.html, bodies: text.bodies, url: url ?? '' };
    const { subject, language } = text;
    const shared = { subject, language, channel, brandId, url, internal: article.internal };
    if (!hasFormatting(channel)) return { ...shared, html: null, text: bodyFor(channel, written).body };
    const html = text.bodies[channel] ?? text.html;
    return { ...shared, html, text: textOfHtml(html) };
  }

  /** In the wanted language, or its tongue, or else as it was first written; only what is published. */
  private chooseText({ translations }: StoredArticle, wanted: string | null): StoredTranslation | undefined {
    const now = this.clock.now();
    const published = translations.filter(({ publishAt }) => publishAt !== null && new Date(publishAt) <= now);
    const tongue = wanted?.split('-')[0];
    return (
      published.find(({ language }) => language === wanted) ??
      published.find(({ language }) => language.split('-')[0] === tongue) ??
      published[0]
    );
  }

  private caseFacts(actor: Actor, caseId: number): Promise<CaseFacts | undefined> {
    const access = caseAccess(actor, 2);
    return this.database.row<CaseFacts>(
      `SELECT c.channel, c.brand_id AS "brandId", coalesce(c.language, p.language) AS language
       FROM cases c JOIN customers p ON p.id = c.customer_id WHERE c.id = $1 AND c.deleted_at IS NULL AND ${access.sql}`,
      [caseId, ...access.values],
    );
  }
}

/** Lets macros and rules say articles, without knowing of the knowledge base. */
@Injectable()
export class OfferArticles {
  constructor(
    texts: ArticleTexts,
    private readonly render: RenderArticleForCase,
    private readonly uploads: PicturesAsUploads,
    private readonly pictures: PicturesToSend,
  ) {
    texts.declare((actor, wanted) => this.read(actor, wanted));
  }

  private async read(actor: Actor, wanted: ArticleWanted): Promise<ArticleText | undefined> {
    const article = await this.render.run(actor, wanted);
    const { articleId, writerId } = wanted;
    if (!article || article.html === null) return article && { ...article, pictures: [] };
    if (writerId === undefined) return { ...article, ...(await this.pictures.run(article.html, articleId)) };
    const { html } = await this.uploads.run(article.html, { articleId, userId: writerId });
    return { ...article, html, pictures: [] };
  }
}
