import type { FeedItem } from '@bureau/contracts';

/**
 * What others said or did after the writer last looked, oldest first, as the desk's send guard sees it. Her own doings are
 * no news to her, nor what rules did by themselves; and who has the case is said by its lock, so that taking it over is
 * none either.
 */
export function newsSince(feed: readonly FeedItem[], sequence: number, userId: number): FeedItem[] {
  return feed.filter((item) => item.sequence > sequence && !isBy(item, userId) && !isQuiet(item));
}

/** How far the writer has seen the case: her own doings move it on, what others did stops it until she looks. */
export function seenSequence(feed: readonly FeedItem[], sequence: number, userId: number): number {
  const [news] = newsSince(feed, sequence, userId);
  const limit = news ? news.sequence - 1 : Infinity;
  return feed.reduce((seen, item) => (item.sequence <= limit ? Math.max(seen, item.sequence) : seen), sequence);
}

/** The sequence of the last thing in a feed; 0 for an empty one. */
export function lastSequence(feed: readonly FeedItem[]): number {
  return feed.reduce((last, item) => Math.max(last, item.sequence), 0);
}

function isQuiet(item: FeedItem): boolean {
  return item.kind === 'event' && (item.event === 'case.taken-over' || byItself.has(item.actor.kind));
}

const byItself: ReadonlySet<string> = new Set(['rule', 'sync', 'system']);

function isBy(item: FeedItem, userId: number): boolean {
  const author = item.kind === 'event' ? item.actor : item.author;
  return author?.kind === 'user' && author.id === userId;
}
