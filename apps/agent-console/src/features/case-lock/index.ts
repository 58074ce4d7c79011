export { CaseLocksProvider, useCaseLocks } from './case-locks-provider.tsx';
export { LockBanner } from './lock-banner.tsx';
export { useCaseLock } from './use-case-lock.ts';
export type { CaseLockState } from './use-case-lock.ts';
export { WorkMark } from './work-mark.tsx';
