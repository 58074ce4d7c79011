export { CaseList } from './case-list.tsx';
export type { RowPresence } from './case-row.tsx';
export { caseListWords } from './case-list.words.ts';
export { ListOptions } from './list-options.tsx';
export { useListView } from './use-list-view.ts';
export type { OwnView } from './use-list-view.ts';
