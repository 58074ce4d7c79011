import { PublicQuestionsQueries } from './public-questions.queries.ts';
import { QuestionRealtime } from './question.realtime.ts';
import { QuestionRepository } from './question.repository.ts';
import { QuestionsQueries } from './questions.queries.ts';
import { QuestionsService } from './questions.service.ts';
import { ReceiveQuestionPost } from './receive-question-post.ts';
import { SettleQuestionPost } from './settle-question-post.ts';

export { QuestionsController } from './questions.controller.ts';

export const QUESTION_PROVIDERS = [
  PublicQuestionsQueries,
  QuestionRealtime,
  QuestionRepository,
  QuestionsQueries,
  QuestionsService,
  ReceiveQuestionPost,
  SettleQuestionPost,
];
/** What the pages of the support center use. */
export const QUESTION_EXPORTS = [PublicQuestionsQueries, QuestionRepository, QuestionsService, ReceiveQuestionPost];
