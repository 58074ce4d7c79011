import { Injectable } from '@nestjs/common';
import { permits, type Actor } from '@bureau/contracts';
import { stateAt } from '@bureau/domain';
import { checkVersion, Clock, ProblemError } from '@bureau/platform';
import { servesAll } from '../knowledge.policy.ts';
import { ArticleQueries } from './article.queries.ts';
import { ArticleRepository } from './article.repository.ts';
import type { StoredArticle } from './stored-article.ts';

/** Holds an article for a write, until the end of the open transaction. */
@Injectable()
export class HoldArticle {
  constructor(
    private readonly articles: ArticleRepository,
    private readonly queries: ArticleQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws article.not-found; permission.denied when it is on the pages of a brand that the actor does not serve;
   * request.precondition-failed. One in the trash is not there, except for whoever takes it out (`inTrash`).
   */
  async run(
    actor: Actor,
    articleId: number,
    { ifMatch = null, inTrash = false }: { ifMatch?: string | null; inTrash?: boolean } = {},
  ): Promise<StoredArticle> {
    await this.articles.lock(articleId);
    const article = await this.queries.stored(actor, articleId);
    if ((article.deletedAt !== null) !== inTrash) throw new ProblemError('article.not-found');
    if (!servesAll(actor, article.brandIds)) throw new ProblemError('permission.denied');
    checkVersion(article.version, ifMatch);
    return article;
  }

  /** Throws permission.denied where what readers see, or are going to see, would change by somebody who may not publish. */
  checkMayPublish(actor: Actor, publishAt: readonly (Date | string | null)[]): void {
    const now = this.clock.now();
    const isPublic = publishAt.some((at) => stateAt(at === null ? null : new Date(at), now) !== 'draft');
    if (isPublic && !permits(actor, 'articles:publish')) throw new ProblemError('permission.denied');
  }

  /** The same for whatever concerns all texts of an article. */
  checkMayChange(actor: Actor, { translations }: Pick<StoredArticle, 'translations'>): void {
    this.checkMayPublish(
      actor,
      translations.map(({ publishAt }) => publishAt),
    );
  }
}
