import type { FeedItem } from '@bureau/contracts';

/** The case that this one was split off, as its history tells; null when it was opened as it is, or given back since. */
export function splitFrom(feed: readonly FeedItem[]): number | null {
  let origin: number | null = null;
  for (const item of feed) {
    if (item.kind !== 'event') continue;
    const change = item.changes.find(({ field }) => field === 'splitFromId');
    if (change) origin = typeof change.to === 'number' ? change.to : null;
  }
  return origin;
}
