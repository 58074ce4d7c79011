import type { FeedEvent as Event } from '@bureau/contracts';
import { clockWords } from '../../plain/days.ts';
import { feedWords as words } from './case-feed.words.ts';

interface Named {
  id: number;
  name: string;
}

/** Who is who in the history: it names people and groups by their ids. */
export interface EventNames {
  userId: number;
  users: readonly Named[];
  groups: readonly Named[];
}

/** One thing that was done, in one muted line; the reason on hover and for screen readers. */
export function FeedEvent({ event, names }: { event: Event; names: EventNames }) {
  return (
    <p className="feed-event" title={event.reason === null ? undefined : words.events.why(event.reason)}>
      <span title={sentenceOf(event, names)}>{sentenceOf(event, names)}</span>
      {event.reason !== null && <span className="feed-event-reason">{event.reason}</span>}
      <time dateTime={event.at} className="bu-figures">
        {clockWords(event.at)}
      </time>
    </p>
  );
}

/** What happened, in words: "Mia changed priority 4 → 6". */
export function sentenceOf({ event, actor, changes }: Event, names: EventNames): string {
  const who = actor.kind === 'user' && actor.id === names.userId ? words.you : actor.name;
  if (event === 'case.opened') return words.events.opened(who);
  if (event === 'case.reopened') return words.events.reopened(who);
  if (changes.length === 0) return words.events.other(who, event);
  const list = new Intl.ListFormat(undefined, { type: 'conjunction' });
  return words.events.changed(who, list.format(changes.map((change) => changeWords(change, names))));
}

function changeWords({ field, from, to }: Event['changes'][number], names: EventNames): string {
  const name = field.replace(/Id$/, '');
  const fieldWord = Object.entries(words.fields).find(([known]) => known === name)?.[1] ?? name;
  return words.events.change(fieldWord, valueWord(name, from, names), valueWord(name, to, names));
}

function valueWord(field: string, value: unknown, { users, groups }: EventNames): string {
  if (value === null || value === undefined) return words.nobody;
  if (typeof value === 'object' && 'name' in value) return String(value.name);
  if (field === 'assignee') return users.find(({ id }) => id === value)?.name ?? String(value);
  if (field === 'group') return groups.find(({ id }) => id === value)?.name ?? String(value);
  if (field === 'status')
    return Object.entries(words.statuses).find(([known]) => known === value)?.[1] ?? String(value);
  return String(value);
}
