export { CaseFeed } from './case-feed.tsx';
export { useFeed } from './use-feed.ts';
