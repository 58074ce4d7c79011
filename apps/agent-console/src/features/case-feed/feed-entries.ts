import type { FeedEvent, FeedItem, FeedMessage, FeedNote } from '@bureau/contracts';
import { dayKey } from '../../plain/days.ts';

/** What stands in the feed: something said, or a run of what one person did. */
export type FeedEntry =
  | { kind: 'message'; item: FeedMessage }
  | { kind: 'note'; item: FeedNote }
  | { kind: 'events'; events: readonly FeedEvent[] };

/** Puts what the same person did one after the other on the same day together; what was said stands alone. */
export function entriesOf(items: readonly FeedItem[]): FeedEntry[] {
  const entries: FeedEntry[] = [];
  for (const item of items) {
    if (item.kind === 'message') entries.push({ kind: 'message', item });
    if (item.kind === 'note') entries.push({ kind: 'note', item });
    if (item.kind !== 'event') continue;
    const last = entries.at(-1);
    if (last?.kind === 'events' && goesOn(last.events, item)) {
      entries[entries.length - 1] = { kind: 'events', events: [...last.events, item] };
    } else {
      entries.push({ kind: 'events', events: [item] });
    }
  }
  return entries;
}

/** The first thing of an entry, for its place and its day. */
export function firstOf(entry: FeedEntry): FeedItem | undefined {
  return entry.kind === 'events' ? entry.events[0] : entry.item;
}

export function keyOfEntry(entry: FeedEntry): string {
  return entry.kind === 'events' ? `events-${entry.events[0]?.id}` : `${entry.kind}-${entry.item.id}`;
}

function goesOn(events: readonly FeedEvent[], next: FeedEvent): boolean {
  const last = events.at(-1);
  if (!last) return false;
  const isSame =
    last.actor.kind === next.actor.kind && last.actor.id === next.actor.id && last.actor.name === next.actor.name;
  return isSame && dayKey(last.at) === dayKey(next.at);
}
