import { Id } from '@bureau/contracts';
import { z } from 'zod';

/** The source of intake items that were posted in public. */
export const QNA = 'qna';

const said = {
  /** Only `customerId` is proven, by a session. Null: somebody typed name and address. */
  writer: z.object({ customerId: Id.nullable(), name: z.string(), email: z.string() }),
  text: z.string(),
  language: z.string(),
  /** Why a person is to look at it before anything comes of it; null: nothing speaks against it. */
  hold: z.string().nullable(),
  network: z.string(),
  userAgent: z.string(),
};

/** What was posted in public, as the ledger keeps it. */
export const QuestionPost = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('question'), ...said, subject: z.string(), topicId: Id }),
  z.object({ kind: z.literal('answer'), ...said, questionId: Id }),
]);
export type QuestionPost = z.infer<typeof QuestionPost>;
export type AskedPost = Extract<QuestionPost, { kind: 'question' }>;
export type AnswerPost = Extract<QuestionPost, { kind: 'answer' }>;
