export { PersonCases } from './person-cases.tsx';
export type { CasePages } from './person-cases.tsx';
