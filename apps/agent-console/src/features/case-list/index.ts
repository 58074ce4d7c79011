export { CaseList } from './case-list.tsx';
export type { RowPresence } from './case-row.tsx';
export { caseListWords } from './case-list.words.ts';
