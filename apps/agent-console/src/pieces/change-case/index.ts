export { CaseWorkContext, useCaseWork } from './case-work.ts';
export type { Work } from './case-work.ts';
export { frozenReason } from './frozen.ts';
export { useChangeCase } from './use-change-case.ts';
export type { CaseChange, ChangeCase } from './use-change-case.ts';
