import { z } from 'zod';
import { caseFact } from '../cases/case-fact.ts';
import { Id } from '../ids.ts';

/**
 * What a customer can say of how a case was dealt with, the worst first: the four stars of Desk.com (0 to 3). Where the
 * desk asks for yes or no, yes is `great` and no is `poor` (product.md 3.10).
 */
export const Rating = z.enum(['poor', 'fair', 'good', 'great']);
export type Rating = z.infer<typeof Rating>;

export const feedbackEvents = {
  /** A customer has rated a case. `sequence`: the place of the rating in the case's history. */
  'satisfaction.submitted': z.object({
    ...caseFact,
    feedbackId: Id,
    rating: Rating,
    /** Whether words came with it; they stay in the feedback. */
    commented: z.boolean(),
  }),
} as const;
