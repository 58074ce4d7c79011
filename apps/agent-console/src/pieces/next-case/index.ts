export { NextCaseKey } from './next-case-key.tsx';
export { nextCaseWords } from './next-case.words.ts';
export { useCurrentCaseId, useCurrentFilter } from './use-current-filter.ts';
export { useNextCase } from './use-next-case.ts';
