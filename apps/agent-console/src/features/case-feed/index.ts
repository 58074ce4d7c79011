export { CaseFeed } from './case-feed.tsx';
export { useMessagePicking } from './message-picking.ts';
export type { MessagePicking } from './message-picking.ts';
export { useFeed } from './use-feed.ts';
