import { z } from 'zod';
import { Id, IdParam, Timestamp } from '../ids.ts';

const days = z.coerce.number().int().min(1, 'At least 1 day.').max(365, 'At most 365 days.').default(30);

export const KnowledgeReportQuery = z.object({
  days,
  brandId: IdParam.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type KnowledgeReportQuery = z.infer<typeof KnowledgeReportQuery>;

/** What visitors looked for and did not find. Nobody is named: only words that several ways lead to are kept. */
export const FruitlessSearch = z.object({
  words: z.string(),
  language: z.string(),
  brandId: Id,
  count: z.number().int(),
  lastAt: Timestamp,
});
export type FruitlessSearch = z.infer<typeof FruitlessSearch>;

/** How an article was received. */
export const ArticleHelp = z.object({
  articleId: Id,
  subject: z.string(),
  views: z.number().int(),
  helpful: z.number().int(),
  notHelpful: z.number().int(),
  comments: z.number().int(),
});
export type ArticleHelp = z.infer<typeof ArticleHelp>;

export const ArticleVote = z.object({
  id: Id,
  brandId: Id,
  language: z.string(),
  helpful: z.boolean(),
  comment: z.string(),
  at: Timestamp,
});
export type ArticleVote = z.infer<typeof ArticleVote>;
