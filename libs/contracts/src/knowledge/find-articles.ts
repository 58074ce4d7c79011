import { z } from 'zod';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { LanguageTag } from '../platform/site.ts';
import { PageQuery } from '../paging.ts';
import { Upload } from '../cases/cases.api.ts';
import { TextMark } from '../cases/search.ts';
import { ArticleState } from './article.ts';
import { Audience } from './topic.ts';

export const ARTICLE_SORTS = ['position', 'updatedAt', 'createdAt', 'subject', 'views', 'helpful'] as const;

/** `language` with `state` or `outdated` speaks of the text in that language; without, of any of its texts. */
export const ListArticles = PageQuery.extend({
  /** Words in its texts, keywords or quickcode. */
  q: z.string().trim().max(200, 'At most 200 characters.').optional(),
  topicId: IdParam.optional(),
  brandId: IdParam.optional(),
  language: LanguageTag.optional(),
  state: ArticleState.optional(),
  outdated: z.stringbool().optional(),
  internal: z.stringbool().optional(),
  label: z.string().max(100).optional(),
  /** Those in the trash instead. */
  deleted: z.stringbool().default(false),
  sort: z.enum(ARTICLE_SORTS).default('position'),
  direction: z.enum(['asc', 'desc']).default('asc'),
});
export type ListArticles = z.infer<typeof ListArticles>;

/** An agent looks for an answer. */
export const SearchArticles = z.object({
  /** Words, also misspelled ones, or a quickcode; empty: those that were inserted most. */
  q: z.string().trim().max(200, 'At most 200 characters.').default(''),
  brandId: IdParam.optional(),
  /** Preferred; an article that is not written in it is found in its first language. */
  language: z.string().max(20).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});
export type SearchArticles = z.infer<typeof SearchArticles>;

export const FoundArticle = z.object({
  id: Id,
  language: z.string(),
  subject: z.string(),
  subjectMarks: z.array(TextMark),
  /** Plain text around what was found. */
  excerpt: z.string(),
  excerptMarks: z.array(TextMark),
  topic: z.object({ id: Id, name: z.string(), audience: Audience }),
  internal: z.boolean(),
  quickcode: z.string().nullable(),
  outdated: z.boolean(),
  updatedAt: Timestamp,
});
export type FoundArticle = z.infer<typeof FoundArticle>;

/** An article for somebody's answer. */
export const InsertArticle = z.strictObject({
  /** For the channel of this case, in the language of its customer; the article is on the pages of its brand, or on nobody's. */
  caseId: Id,
  /** Instead. */
  language: LanguageTag.optional(),
});
export type InsertArticle = z.infer<typeof InsertArticle>;

export const InsertedArticle = z.object({
  articleId: Id,
  language: z.string(),
  subject: z.string(),
  /** Clean; null where the channel has no formatting. Placeholders are filled in. */
  html: z.string().nullable(),
  text: z.string(),
  /** Where the customer reads it; null when he cannot. */
  url: z.string().nullable(),
  /** Customers cannot read it themselves: the agent thinks twice. */
  internal: z.boolean(),
  /** Its pictures, as uploads of the agent; the HTML names them as that of a reply does. */
  uploads: z.array(Upload),
  /** Placeholders that had neither value nor default. */
  missing: z.array(z.string()),
});
export type InsertedArticle = z.infer<typeof InsertedArticle>;
