import type { FeedEvent, FieldChange } from '@bureau/contracts';
import { momentWords } from '../../plain/days.ts';
import { feedWords as words } from './case-feed.words.ts';

interface Named {
  id: number;
  name: string;
}

/** Who and what is called how in the history: it names people, groups and labels by their ids. */
export interface EventNames {
  userId: number;
  users: readonly Named[];
  groups: readonly Named[];
  labels: readonly Named[];
}

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** What happened, in words: "Mia changed priority 4 → 6". */
export function sentenceOf({ event, actor, changes }: FeedEvent, names: EventNames): string {
  const who = actor.kind === 'user' && actor.id === names.userId ? words.you : actor.name;
  if (event === 'case.opened') return words.events.opened(who);
  if (event === 'case.reopened') return words.events.reopened(who);
  const own = tieWords(who, changes) ?? followWords(who, { event, actor, changes }, names);
  if (own !== null) return own;
  const done = wordFor(words.done, event);
  if (done !== undefined) return words.events.done(who, done);
  const deeds = changes.flatMap((change) => deedWords(change, names));
  const plain = changes.filter(({ field }) => !SPECIAL.includes(field));
  if (plain.length > 0)
    deeds.unshift(words.events.changed('', list.format(plain.map((one) => changeWords(one, names)))).trim());
  return deeds.length === 0 ? words.events.other(who, event) : words.events.done(who, list.format(deeds));
}

const SPECIAL = ['labelIds', 'snooze', 'spam', 'followerIds', 'lockedBy'];

/** Merges name the other case. */
function tieWords(who: string, changes: readonly FieldChange[]): string | null {
  const into = changes.find(({ field, to }) => field === 'mergedIntoId' && to !== null);
  if (into) return words.mergedInto(who, String(into.to));
  const from = changes.find(({ field, to }) => field === 'mergedCaseId' && to !== null);
  return from ? words.mergedFrom(who, String(from.to)) : null;
}

function followWords(
  who: string,
  { actor, changes }: Pick<FeedEvent, 'event' | 'actor' | 'changes'>,
  { users }: EventNames,
): string | null {
  const change = changes.find(({ field }) => field === 'followerIds');
  if (!change) return null;
  const [before, after] = [idsOf(change.from), idsOf(change.to)];
  const added = after.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !after.includes(id));
  const named = (ids: readonly number[]) =>
    list.format(ids.map((id) => users.find((user) => user.id === id)?.name ?? words.someone));
  const isSelf = ([id, ...more]: readonly number[]) => more.length === 0 && actor.kind === 'user' && actor.id === id;
  if (added.length > 0) return isSelf(added) ? words.followsSelf(who) : words.follows(who, named(added));
  return isSelf(removed) ? words.unfollowsSelf(who) : words.unfollows(who, named(removed));
}

function deedWords({ field, from, to }: FieldChange, { labels }: EventNames): string[] {
  if (field === 'labelIds') {
    const [before, after] = [idsOf(from), idsOf(to)];
    const named = (ids: readonly number[]) =>
      list.format(ids.map((id) => labels.find((label) => label.id === id)?.name ?? words.labels.unknown));
    const added = after.filter((id) => !before.includes(id));
    const removed = before.filter((id) => !after.includes(id));
    return [
      ...(added.length > 0 ? [words.labels.added(named(added))] : []),
      ...(removed.length > 0 ? [words.labels.removed(named(removed))] : []),
    ];
  }
  if (field === 'spam') return [to === true ? words.spam.yes : words.spam.no];
  if (field !== 'snooze') return [];
  if (to === null || to === undefined) return [words.snooze.wake];
  const until = typeof to === 'object' && 'until' in to ? to.until : null;
  return [typeof until === 'string' ? words.snooze.until(momentWords(until)) : words.snooze.open];
}

/** The ids in a change of a list: `{ids: []}`, or the list itself; one id for a list of one. */
function idsOf(value: unknown): number[] {
  const all: unknown[] = Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
  return all.filter((id) => typeof id === 'number');
}

function changeWords({ field, from, to }: FieldChange, names: EventNames): string {
  const name = field.replace(/Id$/, '').replace(/^customFields\./, '');
  const fieldWord = wordFor(words.fields, name) ?? name;
  return words.events.change(fieldWord, valueWord(name, from, names), valueWord(name, to, names));
}

function valueWord(field: string, value: unknown, { users, groups }: EventNames): string {
  if (value === null || value === undefined) return words.nobody;
  if (typeof value === 'object' && 'name' in value) return String(value.name);
  if (field === 'assignee') return users.find(({ id }) => id === value)?.name ?? String(value);
  if (field === 'group') return groups.find(({ id }) => id === value)?.name ?? String(value);
  if (field === 'status') return wordFor(words.statuses, String(value)) ?? String(value);
  return String(value);
}

function wordFor(table: Record<string, string>, name: string): string | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
