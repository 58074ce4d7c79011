import { CompleteQuestions } from './complete-questions.ts';
import { PublicQuestionsQueries } from './public-questions.queries.ts';
import { QuestionRealtime } from './question.realtime.ts';
import { QuestionRepository } from './question.repository.ts';
import { QuestionsQueries } from './questions.queries.ts';
import { QuestionsService } from './questions.service.ts';
import { ReceiveQuestionPost } from './receive-question-post.ts';
import { SearchQuestionsQueries } from './search-questions.queries.ts';
import { SettleQuestionPost } from './settle-question-post.ts';

export { QuestionsController } from './questions.controller.ts';

export const QUESTION_PROVIDERS = [
  CompleteQuestions,
  PublicQuestionsQueries,
  QuestionRealtime,
  QuestionRepository,
  QuestionsQueries,
  QuestionsService,
  ReceiveQuestionPost,
  SearchQuestionsQueries,
  SettleQuestionPost,
];
/** What the pages of the support center use. */
export const QUESTION_EXPORTS = [
  CompleteQuestions,
  PublicQuestionsQueries,
  QuestionRepository,
  QuestionsService,
  ReceiveQuestionPost,
  SearchQuestionsQueries,
];
