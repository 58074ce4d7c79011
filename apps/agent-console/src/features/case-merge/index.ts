export { useMergeMenu } from './use-merge-menu.tsx';
