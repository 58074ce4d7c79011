export { AskCustomers } from './asking/ask-customers.ts';
export { FindSurvey, type OpenSurvey } from './feedback/find-survey.ts';
export { COMMENT_CHARACTERS, SubmitFeedback, type FeedbackGiven } from './feedback/submit-feedback.ts';
export * from './feedback.module.ts';
export { SurveyRepository } from './survey/survey.repository.ts';
