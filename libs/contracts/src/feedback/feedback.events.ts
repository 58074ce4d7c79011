import { z } from 'zod';
import { caseFact } from '../cases/case-fact.ts';
import { FieldChange } from '../cases/feed.ts';
import { Id } from '../ids.ts';
import { Rating, RatingType } from './survey.ts';

export const feedbackEvents = {
  /** A customer has rated what was done about a case, or changed that: `changes` says from what. */
  'satisfaction.submitted': z.object({
    ...caseFact,
    /** It belongs to no message. */
    messageId: z.null(),
    feedbackId: Id,
    rating: Rating,
    ratingType: RatingType,
    comment: z.string(),
    /** The first resolution of a case is 1. */
    resolution: z.number().int(),
    changes: z.array(FieldChange),
  }),
} as const;
