import type { FeedItem } from '@bureau/contracts';

/**
 * The sequence of the first thing that others said after an agent last looked; null when there is none, when she looks
 * for the first time, or when she has said something since. What was only done draws no line.
 */
export function firstUnread(items: readonly FeedItem[], seen: number | null, userId: number): number | null {
  if (seen === null) return null;
  const isMine = (item: FeedItem) => {
    const author = item.kind === 'event' ? item.actor : item.author;
    return author?.kind === 'user' && author.id === userId;
  };
  const said = items.filter(({ kind, sequence }) => kind !== 'event' && sequence > seen);
  return said.some(isMine) ? null : (said[0]?.sequence ?? null);
}
