import { z } from 'zod';
import { BrandSummary, CaseStatus } from '../cases/case.ts';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { route } from '../route.ts';

/** Whether a post is on the pages of its brand: it waits for somebody who reads it, it is, or it never will be. */
export const PostState = z.enum(['waiting', 'published', 'rejected']);
export type PostState = z.infer<typeof PostState>;

/** Whose posts wait: everybody's, those of guests who have not proven who they are, or nobody's. */
export const QuestionModeration = z.enum(['everybody', 'guests', 'nobody']);
export type QuestionModeration = z.infer<typeof QuestionModeration>;

export const QuestionAnswer = z.object({
  id: Id,
  text: z.string(),
  authorName: z.string(),
  byAgent: z.boolean(),
  /** He has proven who he is. */
  isKnown: z.boolean(),
  state: PostState,
  up: z.number().int(),
  down: z.number().int(),
  createdAt: Timestamp,
});
export type QuestionAnswer = z.infer<typeof QuestionAnswer>;

/** A question that was asked in public, with its answers in their order. */
export const Question = z.object({
  id: Id,
  brand: BrandSummary,
  topic: z.object({ id: Id, name: z.string() }).nullable(),
  case: z.object({ id: Id, status: CaseStatus }),
  subject: z.string(),
  text: z.string(),
  authorName: z.string(),
  isKnown: z.boolean(),
  state: PostState,
  bestAnswerId: Id.nullable(),
  closedAt: Timestamp.nullable(),
  createdAt: Timestamp,
  answers: z.array(QuestionAnswer),
});
export type Question = z.infer<typeof Question>;

/** A question or an answer that waits for somebody who reads it. */
export const WaitingPost = z.object({
  kind: z.enum(['question', 'answer']),
  id: Id,
  questionId: Id,
  brand: BrandSummary,
  caseId: Id,
  subject: z.string(),
  text: z.string(),
  authorName: z.string(),
  isKnown: z.boolean(),
  createdAt: Timestamp,
});
export type WaitingPost = z.infer<typeof WaitingPost>;

export const QuestionSettings = z.object({ brand: BrandSummary, moderation: QuestionModeration });
export type QuestionSettings = z.infer<typeof QuestionSettings>;

const ofQuestion = z.object({ questionId: IdParam });
const judgement = z.object({ state: z.enum(['published', 'rejected'], 'Say published or rejected.') });

export const questionsApi = {
  waiting: route('GET', '/question-posts', {
    summary: 'List the posts that wait for somebody who reads them, the oldest first.',
    allow: 'questions:moderate',
    query: PageQuery,
    response: pageOf(WaitingPost),
  }),
  ofCase: route('GET', '/cases/:caseId/question', {
    summary: 'Read the public question that a case is about, with its answers.',
    allow: 'cases:view',
    params: z.object({ caseId: IdParam }),
    response: z.object({ question: Question.nullable() }),
  }),
  judge: route('POST', '/questions/:questionId/judge', {
    summary: 'Publish a question, or take it from the pages.',
    allow: 'questions:moderate',
    params: ofQuestion,
    body: judgement,
    response: Question,
  }),
  judgeAnswer: route('POST', '/question-answers/:answerId/judge', {
    summary: 'Publish an answer, or take it from the pages.',
    allow: 'questions:moderate',
    params: z.object({ answerId: IdParam }),
    body: judgement,
    response: Question,
  }),
  answer: route('POST', '/questions/:questionId/answers', {
    summary: 'Answer in public, and by mail to whoever asked.',
    allow: 'cases:reply',
    params: ofQuestion,
    body: z.object({
      text: z.string().trim().min(1, 'Write the answer.').max(5_000, 'At most 5,000 characters.'),
      /** The sequence of the case that the writer saw, as for a reply. */
      sequence: z.number().int().min(0),
    }),
    response: Question,
  }),
  choose: route('POST', '/questions/:questionId/best-answer', {
    summary: 'Choose the best answer, or none.',
    allow: 'questions:moderate',
    params: ofQuestion,
    body: z.object({ answerId: Id.nullable() }),
    response: Question,
  }),
  close: route('POST', '/questions/:questionId/close', {
    summary: 'Close a question for further answers, or open it again.',
    allow: 'questions:moderate',
    params: ofQuestion,
    body: z.object({ closed: z.boolean() }),
    response: Question,
  }),
  settings: route('GET', '/question-settings', {
    summary: 'List whose posts wait, by the brands that one may see.',
    allow: 'questions:moderate',
    response: z.object({ items: z.array(QuestionSettings) }),
  }),
  changeSettings: route('PUT', '/brands/:brandId/question-settings', {
    summary: 'Say whose posts wait on the pages of a brand.',
    allow: 'questions:moderate',
    params: z.object({ brandId: IdParam }),
    body: z.object({ moderation: QuestionModeration }),
    status: 204,
  }),
};

export const questionEvents = {
  /** Asked, answered, judged, chosen or closed. */
  'question.changed': z.object({ questionId: Id, caseId: Id, brandId: Id }),
} as const;
