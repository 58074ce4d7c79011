export { SplitBar } from './split-bar.tsx';
export { useSplitMenu } from './use-split-menu.tsx';
export type { SplitChoice, SplitMenu } from './use-split-menu.tsx';
