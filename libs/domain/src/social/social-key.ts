import type { PostFacts } from './social-fact.ts';

type Placed = Pick<PostFacts, 'kind' | 'network' | 'conversationId' | 'stableId' | 'writer'>;

/**
 * Where a post belongs within its account: (conversation, writer), because strangers talk in one conversation. In private
 * between two, the conversation says it all, so that it is found whoever of both speaks. Whoever the network does not name
 * is nobody's acquaintance: each of his posts stands alone.
 */
export function socialKeyOf(post: Placed): string {
  const { conversationId, stableId, writer } = post;
  if (isPrivateKey(post)) return conversationId;
  return `${conversationId}|${writer === null ? `?${stableId}` : writer.externalId}`;
}

/**
 * Whether its conversation is private between two, and so its key: X names a group by one number, two people by theirs;
 * Messenger knows only conversations of one person with a page.
 */
export function isPrivateKey({ kind, network, conversationId }: Placed): boolean {
  return kind === 'message' && (network === 'facebook' || conversationId.includes('-'));
}

/** The name of a private conversation between two accounts of X, the same from both sides. */
export function xConversationOf(one: string, other: string): string {
  const sorted = [one, other].toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return sorted.join('-');
}

/**
 * Who a writer is among all customers of a network. Facebook counts the people of its feed and those of Messenger apart:
 * that two numbers are equal says nothing (external-apis.md 2.4).
 */
export function identityIdOf({ kind, network }: Pick<PostFacts, 'kind' | 'network'>, writerId: string): string {
  return network === 'facebook' && kind === 'message' ? `messenger:${writerId}` : writerId;
}
