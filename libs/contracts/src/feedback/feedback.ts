import { z } from 'zod';
import { CaseStatus } from '../cases/case.ts';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { route } from '../route.ts';
import { Rating, RatingType } from './survey.ts';

const Named = z.object({ id: Id, name: z.string() });

/** What a customer said of one resolution of a case. */
export const Feedback = z.object({
  id: Id,
  /** About which case; one that was merged counts as the case that it went into. */
  case: z.object({ id: Id, subject: z.string(), status: CaseStatus }),
  customer: Named,
  /** The first resolution of a case is 1. */
  resolution: z.number().int(),
  rating: Rating,
  ratingType: RatingType,
  comment: z.string(),
  /** Who had the case when the customer was asked. */
  assignee: Named.nullable(),
  submittedAt: Timestamp,
  /** When the customer last changed it; equal to `submittedAt` when never. */
  changedAt: Timestamp,
  /** When its words were erased; the rating stays. */
  erasedAt: Timestamp.nullable(),
});
export type Feedback = z.infer<typeof Feedback>;

export const feedbackApi = {
  list: route('GET', '/feedback', {
    summary: 'List what customers said of the cases that one may see, the latest first.',
    allow: 'feedback:view',
    query: PageQuery,
    response: pageOf(Feedback),
  }),
  ofCase: route('GET', '/cases/:caseId/feedback', {
    summary: 'List what the customer said of a case, the latest first.',
    allow: 'cases:view',
    params: z.object({ caseId: IdParam }),
    response: z.object({ items: z.array(Feedback) }),
  }),
  ofCustomer: route('GET', '/customers/:customerId/feedback', {
    summary: 'List what a customer said of the cases that one may see, the latest 100 first.',
    allow: 'customers:view',
    params: z.object({ customerId: IdParam }),
    response: z.object({ items: z.array(Feedback) }),
  }),
  erase: route('POST', '/feedback/:feedbackId/erase', {
    summary: 'Erase the words of a feedback for good; the rating stays.',
    allow: 'cases:delete',
    params: z.object({ feedbackId: IdParam }),
    status: 204,
  }),
};
