import { Controller } from '@nestjs/common';
import {
  articlesApi,
  type Actor,
  type ArticleHelp,
  type FoundArticle,
  type FruitlessSearch,
  type InsertedArticle,
  type RouteCall,
} from '@bureau/contracts';
import { Handles, type RawJson } from '@bureau/platform';
import { InsertArticleInReply } from '../insert/insert-article.ts';
import { KnowledgeReportQueries } from '../report/knowledge-report.queries.ts';
import { FindArticles } from '../search/find-articles.ts';

/** What is done with articles: finding and inserting them, and what visitors made of them. */
@Controller()
export class KnowledgeController {
  constructor(
    private readonly findArticles: FindArticles,
    private readonly insertArticle: InsertArticleInReply,
    private readonly reports: KnowledgeReportQueries,
  ) {}

  @Handles(articlesApi.search)
  async search(actor: Actor, { query }: RouteCall<typeof articlesApi.search>): Promise<{ items: FoundArticle[] }> {
    return { items: await this.findArticles.run(actor, query) };
  }

  @Handles(articlesApi.insert)
  insert(actor: Actor, { params, body }: RouteCall<typeof articlesApi.insert>): Promise<InsertedArticle> {
    return this.insertArticle.run(actor, params.articleId, body);
  }

  @Handles(articlesApi.votes)
  votes(actor: Actor, { params, query }: RouteCall<typeof articlesApi.votes>): Promise<RawJson> {
    return this.reports.votes(actor, params.articleId, query);
  }

  @Handles(articlesApi.fruitlessSearches)
  async fruitlessSearches(
    actor: Actor,
    { query }: RouteCall<typeof articlesApi.fruitlessSearches>,
  ): Promise<{ items: FruitlessSearch[] }> {
    return { items: await this.reports.fruitlessSearches(actor, query) };
  }

  @Handles(articlesApi.helpfulness)
  async helpfulness(
    actor: Actor,
    { query }: RouteCall<typeof articlesApi.helpfulness>,
  ): Promise<{ items: ArticleHelp[] }> {
    return { items: await this.reports.helpfulness(actor, query) };
  }
}
