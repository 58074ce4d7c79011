import { change, create, list, remove, show, type DeskRoute } from '../resource/desk-route.ts';
import { BRANDS } from '../setup/brand.source.ts';
import { ARTICLE_NAMES, ChangedArticle, ChangedArticleText, NewArticle, NewArticleText } from './article.body.ts';
import { ARTICLES, ARTICLE_TRANSLATIONS } from './article.source.ts';
import { ArticleWrites } from './article.writes.ts';
import { TOPICS } from './topic.source.ts';

export const ARTICLE_ROUTES: DeskRoute[] = [
  list('/articles', { summary: 'List the articles.', allow: 'articles:view', mobile: true, reads: ARTICLES }),
  list('/articles/search', { summary: 'Find articles.', allow: 'articles:view', mobile: true, reads: ARTICLES }),
  create('/articles', {
    summary: 'Write an article.',
    allow: 'articles:write',
    reads: ARTICLES,
    body: NewArticle,
    names: ARTICLE_NAMES,
    by: ArticleWrites,
    run: (writes, wish) => writes.create(wish),
  }),
  show('/articles/:article', { summary: 'Read an article.', allow: 'articles:view', mobile: true, reads: ARTICLES }),
  change('/articles/:article', {
    summary: 'Change an article; what is not named stays.',
    allow: 'articles:write',
    reads: ARTICLES,
    body: ChangedArticle,
    names: ARTICLE_NAMES,
    by: ArticleWrites,
    run: (writes, wish) => writes.change(wish),
  }),
  remove('/articles/:article', {
    summary: 'Put an article into the trash.',
    allow: 'articles:write',
    reads: ARTICLES,
    by: ArticleWrites,
    run: (writes, wish) => writes.remove(wish),
  }),
  list('/articles/:article/translations', {
    summary: 'List what it says, language by language.',
    allow: 'articles:view',
    mobile: true,
    within: ARTICLES,
    reads: ARTICLE_TRANSLATIONS,
  }),
  create('/articles/:article/translations', {
    summary: 'Write an article in another language.',
    allow: 'articles:write',
    within: ARTICLES,
    reads: ARTICLE_TRANSLATIONS,
    body: NewArticleText,
    names: ARTICLE_NAMES,
    by: ArticleWrites,
    run: (writes, wish) => writes.translate(wish),
  }),
  show('/articles/:article/translations/:locale', {
    summary: 'Read an article in a language.',
    allow: 'articles:view',
    mobile: true,
    reads: ARTICLE_TRANSLATIONS,
  }),
  change('/articles/:article/translations/:locale', {
    summary: 'Change what it says in a language.',
    allow: 'articles:write',
    reads: ARTICLE_TRANSLATIONS,
    body: ChangedArticleText,
    names: ARTICLE_NAMES,
    by: ArticleWrites,
    run: (writes, wish) => writes.changeText(wish),
  }),
  remove('/articles/:article/translations/:locale', {
    summary: 'Remove it in a language, except the first.',
    allow: 'articles:write',
    reads: ARTICLE_TRANSLATIONS,
    by: ArticleWrites,
    run: (writes, wish) => writes.removeText(wish),
  }),
  list('/topics/:topic/articles', {
    summary: 'List the articles of a topic.',
    allow: 'articles:view',
    mobile: true,
    within: TOPICS,
    reads: ARTICLES,
  }),
  create('/topics/:topic/articles', {
    summary: 'Write an article in a topic.',
    allow: 'articles:write',
    within: TOPICS,
    reads: ARTICLES,
    body: NewArticle,
    names: ARTICLE_NAMES,
    by: ArticleWrites,
    run: (writes, wish) => writes.createIn(wish),
  }),
  list('/brands/:brand/articles', {
    summary: 'List the articles on the pages of a brand.',
    allow: 'articles:view',
    mobile: true,
    within: BRANDS,
    reads: ARTICLES,
  }),
];
