import { z } from 'zod';
import { Id, IdParam } from '../ids.ts';
import { route } from '../route.ts';
import { Case } from './case.ts';

export const SplitCase = z.object({
  /** What becomes a case of its own. */
  messageIds: z.array(Id).min(1, 'Name at least one message.').max(1000, 'At most 1,000 messages at once.'),
  noteIds: z.array(Id).max(1000, 'At most 1,000 notes at once.').default([]),
  /** By default that of the first message. */
  subject: z.string().trim().min(1, 'Write a subject.').max(500, 'At most 500 characters.').optional(),
  /** Whose case it is: the same customer’s, or the one’s who wrote the first message. */
  customer: z.enum(['same', 'sender']).default('same'),
});
export type SplitCase = z.infer<typeof SplitCase>;

const caseParams = z.object({ caseId: IdParam });

export const splitsApi = {
  split: route('POST', '/cases/:caseId/split', {
    summary: 'Make some of the messages and notes of a case a case of their own.',
    allow: 'cases:merge',
    params: caseParams,
    body: SplitCase,
    response: Case,
    status: 201,
    idempotent: true,
  }),
  unsplit: route('POST', '/cases/:caseId/unsplit', {
    summary: 'Give everything of a case that was split off back to the case it came from.',
    allow: 'cases:merge',
    params: caseParams,
    response: Case,
    idempotent: true,
  }),
};
