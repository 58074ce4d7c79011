import { z } from 'zod';
import { ActorStamp } from '../actor.ts';
import { FieldChange } from '../cases/feed.ts';
import { Id } from '../ids.ts';
import { Rating, RatingType } from './survey.ts';

export const feedbackEvents = {
  /** A customer has rated what was done about a case, or changed that: `changes` says from what. */
  'satisfaction.submitted': z.object({
    caseId: Id,
    sequence: z.number().int(),
    actor: ActorStamp,
    /** It belongs to no message. */
    messageId: z.null(),
    feedbackId: Id,
    rating: Rating,
    ratingType: RatingType,
    comment: z.string(),
    /** The first resolution of a case is 1. */
    resolution: z.number().int(),
    changes: z.array(FieldChange),
    suppressRules: z.boolean().optional(),
    ruleIds: z.array(Id).optional(),
  }),
} as const;
