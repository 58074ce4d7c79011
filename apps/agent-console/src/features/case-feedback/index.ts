export { CaseFeedback } from './case-feedback.tsx';
