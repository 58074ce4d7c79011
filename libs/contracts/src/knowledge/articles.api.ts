import { z } from 'zod';
import { IdParam } from '../ids.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { route } from '../route.ts';
import {
  Article,
  ArticleAttachment,
  articleParams,
  ArticleSummary,
  ChangeArticle,
  CreateArticle,
  translationParams,
  versionParams,
  WriteTranslation,
} from './article.ts';
import { ArticleHelp, ArticleVote, FruitlessSearch, KnowledgeReportQuery } from './article-reports.ts';
import { ArticleVersion, ArticleVersionDetails } from './article-versions.ts';
import { FoundArticle, InsertArticle, InsertedArticle, ListArticles, SearchArticles } from './find-articles.ts';

export const articlesApi = {
  list: route('GET', '/articles', {
    summary: 'List articles by topic, brand, language, state, label or words.',
    allow: 'articles:view',
    query: ListArticles,
    response: pageOf(ArticleSummary),
  }),
  create: route('POST', '/articles', {
    summary: 'Write an article; it is a draft unless it says when it appears.',
    allow: 'articles:write',
    body: CreateArticle,
    response: Article,
    status: 201,
  }),
  search: route('GET', '/articles/search', {
    summary: 'Find articles for an answer by words, also misspelled ones, or by quickcode; the best first.',
    allow: 'articles:view',
    query: SearchArticles,
    response: z.object({ items: z.array(FoundArticle) }),
  }),
  read: route('GET', '/articles/:articleId', {
    summary: 'Read an article with all its texts.',
    allow: 'articles:view',
    params: articleParams,
    response: Article,
    versioned: true,
  }),
  change: route('PATCH', '/articles/:articleId', {
    summary: 'Change where an article is, who may read it, its quickcode, labels, notes and related articles.',
    allow: 'articles:write',
    params: articleParams,
    body: ChangeArticle,
    response: Article,
    versioned: true,
  }),
  delete: route('DELETE', '/articles/:articleId', {
    summary: 'Put an article into the trash; its address may lead to another one.',
    allow: 'articles:write',
    params: articleParams,
    query: z.object({ redirectTo: IdParam.optional() }),
  }),
  restore: route('POST', '/articles/:articleId/restore', {
    summary: 'Take an article out of the trash.',
    allow: 'articles:write',
    params: articleParams,
    response: Article,
  }),
  write: route('PUT', '/articles/:articleId/translations/:language', {
    summary: 'Write an article in a language, change parts of that text, publish it or take it back.',
    allow: 'articles:write',
    params: translationParams,
    body: WriteTranslation,
    response: Article,
    versioned: true,
  }),
  removeTranslation: route('DELETE', '/articles/:articleId/translations/:language', {
    summary: 'Remove an article’s text in a language, except the first.',
    allow: 'articles:write',
    params: translationParams,
    response: Article,
  }),
  versions: route('GET', '/articles/:articleId/translations/:language/versions', {
    summary: 'List the versions of a text, the latest first.',
    allow: 'articles:view',
    params: translationParams,
    response: z.object({ items: z.array(ArticleVersion) }),
  }),
  version: route('GET', '/articles/:articleId/translations/:language/versions/:version', {
    summary: 'Read a version of a text, and what is different from the one before.',
    allow: 'articles:view',
    params: versionParams,
    response: ArticleVersionDetails,
  }),
  rollBack: route('POST', '/articles/:articleId/translations/:language/versions/:version/restore', {
    summary: 'Make an earlier version of a text the present one, as a new version.',
    allow: 'articles:write',
    params: versionParams,
    response: Article,
  }),
  attach: route('POST', '/articles/:articleId/attachments', {
    summary: 'Add a file to an article: the body is the file, at most 20 MB.',
    allow: 'articles:write',
    params: articleParams,
    query: z.object({
      fileName: z.string().min(1, 'Name the file.').max(255),
      contentType: z.string().max(100).optional(),
      /** A picture for the text; name it there as `<img data-content-id="article-ID">`. */
      inline: z.stringbool().default(false),
    }),
    response: ArticleAttachment,
    status: 201,
    bytes: 'request',
  }),
  download: route('GET', '/articles/:articleId/attachments/:fileId', {
    summary: 'Download a file of an article.',
    allow: 'articles:view',
    params: articleParams.extend({ fileId: IdParam }),
    bytes: 'response',
  }),
  detach: route('DELETE', '/articles/:articleId/attachments/:fileId', {
    summary: 'Remove a file from an article.',
    allow: 'articles:write',
    params: articleParams.extend({ fileId: IdParam }),
  }),
  insert: route('POST', '/articles/:articleId/insert', {
    summary:
      'Render an article for the channel of a case, in the language of its customer, and count that it was used.',
    allow: 'articles:view',
    params: articleParams,
    body: InsertArticle,
    response: InsertedArticle,
    idempotent: false,
  }),
  votes: route('GET', '/articles/:articleId/votes', {
    summary: 'List what visitors said of an article, the latest first.',
    allow: 'articles:view',
    params: articleParams,
    query: PageQuery,
    response: pageOf(ArticleVote),
  }),
  fruitlessSearches: route('GET', '/knowledge/searches-without-result', {
    summary: 'List what visitors looked for and did not find, the most frequent first.',
    allow: 'articles:view',
    query: KnowledgeReportQuery,
    response: z.object({ items: z.array(FruitlessSearch) }),
  }),
  helpfulness: route('GET', '/knowledge/helpfulness', {
    summary: 'List how articles were received, the least helpful first.',
    allow: 'articles:view',
    query: KnowledgeReportQuery,
    response: z.object({ items: z.array(ArticleHelp) }),
  }),
};
