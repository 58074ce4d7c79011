export { CaseQuestion } from './case-question.tsx';
export { QuestionsPage } from './questions-page.tsx';
