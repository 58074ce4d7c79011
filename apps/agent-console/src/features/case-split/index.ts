export { useSplitMenu } from './use-split-menu.tsx';
export type { SplitMenu } from './use-split-menu.tsx';
