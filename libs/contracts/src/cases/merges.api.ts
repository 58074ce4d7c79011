import { z } from 'zod';
import { ActorStamp } from '../actor.ts';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { route } from '../route.ts';
import { Case } from './case.ts';

export const MergeCases = z.object({
  caseIds: z.array(Id).min(1, 'Name the cases to merge.').max(50, 'At most 50 cases at once.'),
  /** The case that takes the others in; by default the oldest of `caseIds`. */
  intoCaseId: Id.optional(),
  /** Cases of different customers are merged only when the caller says that he means it. */
  differentCustomers: z.boolean().default(false),
});
export type MergeCases = z.infer<typeof MergeCases>;

/** One case that was merged into another. */
export const CaseMerge = z.object({
  id: Id,
  sourceId: Id,
  sourceSubject: z.string(),
  targetId: Id,
  actor: ActorStamp,
  mergedAt: Timestamp,
  unmergedAt: Timestamp.nullable(),
});
export type CaseMerge = z.infer<typeof CaseMerge>;

const caseParams = z.object({ caseId: IdParam });

export const mergesApi = {
  merge: route('POST', '/case-merges', {
    summary: 'Merge e-mail cases: everything said moves into one of them, the others are closed and point to it.',
    allow: 'cases:merge',
    body: MergeCases,
    response: Case,
    status: 201,
    idempotent: true,
  }),
  unmerge: route('POST', '/cases/:caseId/unmerge', {
    summary: 'Take a merged case out again, at any later time, with everything that was said in it since.',
    allow: 'cases:merge',
    params: caseParams,
    response: Case,
    idempotent: true,
  }),
  list: route('GET', '/cases/:caseId/merges', {
    summary: 'List the merges that this case took part in, the latest first.',
    allow: 'cases:view',
    params: caseParams,
    response: z.object({ items: z.array(CaseMerge) }),
  }),
};
