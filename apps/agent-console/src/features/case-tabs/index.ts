export { CaseTabs } from './case-tabs.tsx';
export { CaseTabsProvider, useCaseTabs } from './use-case-tabs.tsx';
export type { CaseTabsState } from './use-case-tabs.tsx';
