import type { FeedItem, SocialPost } from '@bureau/contracts';
import { handleOf } from '../pieces/post/index.ts';

export type CaseAccount = Pick<SocialPost, 'network' | 'accountHandle'>;

/** The account that somebody wrote to last; null: nothing of the case came over a network. */
export function accountOfCase(feed: readonly FeedItem[]): CaseAccount | null {
  const last = feed.findLast((item) => item.kind === 'message' && item.post !== null);
  return last?.kind === 'message' ? last.post : null;
}

/** As the network writes it. */
export function accountWords({ network, accountHandle }: CaseAccount): string {
  return handleOf({ handle: accountHandle }, network);
}
