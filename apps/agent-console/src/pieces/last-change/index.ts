export { LastChange } from './last-change.tsx';
export type { LastChangeProps } from './last-change.tsx';
export { useLastChanges } from './use-last-changes.ts';
