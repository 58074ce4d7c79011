import { Readable } from 'node:stream';
import { Controller, StreamableFile } from '@nestjs/common';
import { downloadHeaders } from '@bureau/cases';
import {
  articlesApi,
  type Actor,
  type ArticleAttachment,
  type ArticleSummary,
  type ArticleVersion,
  type ArticleVersionDetails,
  type Page,
  type RouteCall,
} from '@bureau/contracts';
import { BlobStorage, Handles, ProblemError, type HttpExchange, type RawJson } from '@bureau/platform';
import { ArticleFileRepository } from '../file/article-file.repository.ts';
import { AttachFiles } from '../file/attach-files.ts';
import { ArticleQueries } from './article.queries.ts';
import { ArticleVersionQueries } from './article-versions.queries.ts';
import { ListArticlesQueries } from './list-articles.queries.ts';
import { SaveArticle } from './save-article.ts';
import { WriteArticleText } from './write-translation.ts';

@Controller()
export class ArticlesController {
  constructor(
    private readonly articles: ArticleQueries,
    private readonly listArticles: ListArticlesQueries,
    private readonly versions: ArticleVersionQueries,
    private readonly saveArticle: SaveArticle,
    private readonly writeText: WriteArticleText,
    private readonly attachFiles: AttachFiles,
    private readonly files: ArticleFileRepository,
    private readonly storage: BlobStorage,
  ) {}

  @Handles(articlesApi.list)
  list(actor: Actor, { query }: RouteCall<typeof articlesApi.list>): Promise<Page<ArticleSummary>> {
    return this.listArticles.run(actor, query);
  }

  @Handles(articlesApi.create)
  async create(actor: Actor, { body }: RouteCall<typeof articlesApi.create>): Promise<RawJson> {
    return this.articles.get(actor, await this.saveArticle.create(actor, body));
  }

  @Handles(articlesApi.read)
  read(actor: Actor, { params }: RouteCall<typeof articlesApi.read>): Promise<RawJson> {
    return this.articles.get(actor, params.articleId);
  }

  @Handles(articlesApi.change)
  async change(
    actor: Actor,
    { params, body }: RouteCall<typeof articlesApi.change>,
    { ifMatch }: HttpExchange,
  ): Promise<RawJson> {
    await this.saveArticle.change(actor, params.articleId, { changes: body, ifMatch });
    return this.articles.get(actor, params.articleId);
  }

  @Handles(articlesApi.delete)
  delete(actor: Actor, { params, query }: RouteCall<typeof articlesApi.delete>): Promise<void> {
    return this.saveArticle.delete(actor, params.articleId, query.redirectTo ?? null);
  }

  @Handles(articlesApi.restore)
  async restore(actor: Actor, { params }: RouteCall<typeof articlesApi.restore>): Promise<RawJson> {
    await this.saveArticle.restore(actor, params.articleId);
    return this.articles.get(actor, params.articleId);
  }

  @Handles(articlesApi.write)
  async write(
    actor: Actor,
    { params, body }: RouteCall<typeof articlesApi.write>,
    { ifMatch }: HttpExchange,
  ): Promise<RawJson> {
    await this.writeText.run(actor, params, { input: body, ifMatch });
    return this.articles.get(actor, params.articleId);
  }

  @Handles(articlesApi.removeTranslation)
  async removeTranslation(actor: Actor, { params }: RouteCall<typeof articlesApi.removeTranslation>): Promise<RawJson> {
    await this.writeText.remove(actor, params);
    return this.articles.get(actor, params.articleId);
  }

  @Handles(articlesApi.versions)
  async listVersions(
    actor: Actor,
    { params }: RouteCall<typeof articlesApi.versions>,
  ): Promise<{ items: ArticleVersion[] }> {
    return { items: await this.versions.list(actor, params.articleId, params.language) };
  }

  @Handles(articlesApi.version)
  version(actor: Actor, { params }: RouteCall<typeof articlesApi.version>): Promise<ArticleVersionDetails> {
    return this.versions.get(actor, params);
  }

  @Handles(articlesApi.rollBack)
  async rollBack(actor: Actor, { params }: RouteCall<typeof articlesApi.rollBack>): Promise<RawJson> {
    await this.writeText.rollBack(actor, params);
    return this.articles.get(actor, params.articleId);
  }

  @Handles(articlesApi.attach)
  attach(
    actor: Actor,
    { params, query }: RouteCall<typeof articlesApi.attach>,
    { request }: HttpExchange,
  ): Promise<ArticleAttachment> {
    const { fileName, inline, contentType = 'application/octet-stream' } = query;
    const content = request.body instanceof Readable ? request.body : Readable.from([]);
    return this.attachFiles.add(actor, params.articleId, { fileName, contentType, inline, content });
  }

  @Handles(articlesApi.download)
  async download(
    actor: Actor,
    { params }: RouteCall<typeof articlesApi.download>,
    { reply }: HttpExchange,
  ): Promise<StreamableFile> {
    await this.articles.stored(actor, params.articleId);
    const file = await this.files.find(params.articleId, params.fileId);
    if (!file) throw new ProblemError('article.file-not-found');
    void reply.headers(downloadHeaders(file));
    return new StreamableFile(await this.storage.read(file.sha256), { length: file.size });
  }

  @Handles(articlesApi.detach)
  detach(actor: Actor, { params }: RouteCall<typeof articlesApi.detach>): Promise<void> {
    return this.attachFiles.remove(actor, params.articleId, params.fileId);
  }
}
