import type { FeedItem, FeedMessage } from '@bureau/contracts';

export interface CopyRules {
  customerAddress: string | null;
  mailboxAddress: string | null;
}

/**
 * Who else gets the reply unless the agent says otherwise: those the customer copied in the latest verified mail.
 * Copies named by unverified mail are left out, or a stranger could write himself into the conversation.
 */
export function suggestedCc(feed: readonly FeedItem[], rules: CopyRules): string[] {
  const latest = feed.findLast((item): item is FeedMessage => item.kind === 'message' && item.automatic === null);
  if (!latest) return [];
  if (latest.direction === 'in' && latest.sender?.verdict !== 'verified') return [];
  const known = new Set([rules.customerAddress, rules.mailboxAddress].map((address) => address?.toLowerCase()));
  return latest.cc.map(({ address }) => address).filter((address) => !known.has(address.toLowerCase()));
}
