export * from './channels.module.ts';
export { CaseLinks } from './case-link/case-links.ts';
export type { OpenedByLink } from './case-link/case-link.repository.ts';
export * from './delivery/delivery.entity.ts';
export { parseMail } from './email/read/index.ts';
export * from './email/imap/imap-fetchers.ts';
export * from './email/smtp/smtp-receiver.ts';
export * from './intake/intake-item.entity.ts';
export { fingerprintOf } from './intake/read-intake.ts';
export * from './intake/receive-mail.ts';
export * from './mailbox/mailbox.entity.ts';
export * from './mailbox/mailbox.repository.ts';
export * from './set-up/set-up-desk.ts';
export { AccountKeySeal, type AccountKeys } from './social/account/account-keys.ts';
export { missingScopes } from './social/account/missing-scopes.ts';
export { SocialAccountRepository } from './social/account/social-account.repository.ts';
export { ActOnPost } from './social/out/act-on-post.ts';
export type { Deed } from './social/out/acted-posts.repository.ts';
export { FollowOnX, type FollowedOnX } from './social/out/follow-on-x.ts';
export { SettleAccountPosts } from './social/out/settle-account-posts.ts';
export { NameXUser } from './social/out/name-x-user.ts';
export { PostOnX } from './social/out/post-on-x.ts';
export * from './web-form/index.ts';
export { HoldXStream } from './x/stream/hold-x-stream.ts';
export {
  PublicQuestionsQueries,
  type PublicAnswer,
  type PublicQuestion,
  type QuestionReader,
} from './question/public-questions.queries.ts';
export { CompleteQuestions, type CompletedQuestion } from './question/complete-questions.ts';
export {
  SearchQuestionsQueries,
  type FoundQuestion,
  type FoundQuestions,
} from './question/search-questions.queries.ts';
export type { AnswerPost, AskedPost, QuestionPost } from './question/question-post.ts';
export { QuestionRepository } from './question/question.repository.ts';
export { QuestionsService } from './question/questions.service.ts';
export { ReceiveQuestionPost } from './question/receive-question-post.ts';
