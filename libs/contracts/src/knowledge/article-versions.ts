import { z } from 'zod';
import { Id, Timestamp } from '../ids.ts';
import { OwnBodies } from './article.ts';

/** A line of two texts beside each other. */
export const DiffLine = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });
export type DiffLine = z.infer<typeof DiffLine>;

/** A text as it once was. */
export const ArticleVersion = z.object({
  version: z.number().int(),
  subject: z.string(),
  at: Timestamp,
  by: z.object({ id: Id, name: z.string() }).nullable(),
  /** The version that it brought back; null: it was written. */
  restores: z.number().int().nullable(),
  /** How many lines are other than in the version before. */
  added: z.number().int(),
  removed: z.number().int(),
});
export type ArticleVersion = z.infer<typeof ArticleVersion>;

export const ArticleVersionDetails = ArticleVersion.extend({
  html: z.string(),
  bodies: OwnBodies,
  keywords: z.array(z.string()),
  /** Against the version before; of the first, all is added. */
  subjectBefore: z.string().nullable(),
  lines: z.array(DiffLine),
});
export type ArticleVersionDetails = z.infer<typeof ArticleVersionDetails>;
