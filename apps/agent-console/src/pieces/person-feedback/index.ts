export { PersonFeedback, useContentInWords } from './person-feedback.tsx';
