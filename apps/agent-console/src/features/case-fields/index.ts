export { CaseFacts } from './case-facts.tsx';
export { CaseFields } from './case-fields.tsx';
export { CaseFiles } from './case-files.tsx';
