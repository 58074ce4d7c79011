import type { FeedEvent as Event } from '@bureau/contracts';
import { clockWords } from '../../plain/days.ts';
import { feedWords as words } from './case-feed.words.ts';

/** One thing that was done, in one muted line; the reason on hover and for screen readers. */
export function FeedEvent({ event, userId }: { event: Event; userId: number }) {
  return (
    <p className="feed-event" title={event.reason === null ? undefined : words.events.why(event.reason)}>
      <span>{sentenceOf(event, userId)}</span>
      {event.reason !== null && <span className="feed-event-reason"> · {event.reason}</span>}
      <time dateTime={event.at} className="bu-figures">
        {clockWords(event.at)}
      </time>
    </p>
  );
}

/** What happened, in words: "Mia changed priority 4 → 6". */
export function sentenceOf({ event, actor, changes }: Event, userId: number): string {
  const who = actor.kind === 'user' && actor.id === userId ? words.you : actor.name;
  if (event === 'case.opened') return words.events.opened(who);
  if (event === 'case.reopened') return words.events.reopened(who);
  if (changes.length === 0) return words.events.other(who, event);
  const list = new Intl.ListFormat(undefined, { type: 'conjunction' });
  return words.events.changed(who, list.format(changes.map(changeWords)));
}

function changeWords({ field, from, to }: Event['changes'][number]): string {
  return words.events.change(fieldWord(field), valueWord(field, from), valueWord(field, to));
}

function fieldWord(field: string): string {
  const name = field.replace(/Id$/, '');
  return Object.entries(words.fields).find(([known]) => known === name)?.[1] ?? name;
}

function valueWord(field: string, value: unknown): string {
  if (value === null || value === undefined) return words.nobody;
  if (typeof value === 'object' && 'name' in value) return String(value.name);
  if (field === 'status')
    return Object.entries(words.statuses).find(([known]) => known === value)?.[1] ?? String(value);
  return String(value);
}
