import { RATING_WORDS } from '@bureau/contracts';
import type { FeedEvent, FieldChange, RatingType } from '@bureau/contracts';
import { listWords } from '../../plain/list-words.ts';
import { ratingWord } from '../rating/index.ts';
import { changeDeeds } from './change-deeds.ts';
import { eventWords as words } from './event-sentence.words.ts';

export interface Named {
  id: number;
  name: string;
}

/** Who and what is called how in the history: it names people, groups, labels and fields by their ids and keys. */
export interface EventNames {
  userId: number;
  users: readonly Named[];
  groups: readonly Named[];
  labels: readonly Named[];
  brands: readonly Named[];
  /** Custom fields of cases. */
  fields: readonly { key: string; label: string }[];
}

/** What the history tells of one write. */
export type ToldEvent = Pick<FeedEvent, 'event' | 'actor' | 'changes' | 'reason'> & Partial<Pick<FeedEvent, 'context'>>;

/** What happened, in words: "Mia raised the priority from 4 to 6 and added Refund". */
export function sentenceOf(event: ToldEvent, names: EventNames): string {
  return withMacros([event], sentenceWith(event, deedsOf(event, names), names));
}

/** Several deeds of one person as one sentence. */
export function sentenceWith({ actor }: Pick<ToldEvent, 'actor'>, deeds: readonly string[], names: EventNames): string {
  const isYou = actor.kind === 'user' && actor.id === names.userId;
  return words.sentence(isYou ? words.you : actor.name, isYou, listWords(deeds));
}

/** A sentence about events, and by which macros they came. */
export function withMacros(events: readonly ToldEvent[], sentence: string): string {
  const macros = new Set(events.flatMap(({ context }) => context?.macro?.name ?? []));
  return macros.size === 0 ? sentence : words.byMacros(sentence, listWords([...macros]));
}

/** What was done, deed by deed; each follows a name. Never empty. */
export function deedsOf({ event, actor, changes, reason, context }: ToldEvent, names: EventNames): string[] {
  const own = ownDeed(event, { changes, reason, context }, names);
  if (own !== null) return [own];
  const deeds = changeDeeds(changes, { actor, names });
  if (event === 'case.reopened')
    return [words.done[event] ?? '', ...deeds.filter((deed) => deed !== words.statuses.open)];
  if (deeds.length > 0) return deeds;
  return [wordFor(words.done, event) ?? words.unknown(event)];
}

/** Writes that are more than the sum of their changes. */
function ownDeed(
  event: string,
  { changes, reason, context }: Pick<ToldEvent, 'changes' | 'reason' | 'context'>,
  { users }: EventNames,
) {
  const change = (name: string) => changes.find(({ field }) => field === name);
  switch (event) {
    case 'case.merged':
    case 'case.unmerged':
      return mergeDeed(change('mergedIntoId'), change('mergedCaseId')) ?? words.done[event] ?? null;
    case 'case.split':
    case 'case.unsplit':
      return splitDeed(change('splitFromId'), change('splitCaseId')) ?? words.done[event] ?? null;
    case 'case.taken-over': {
      const from = change('lockedBy')?.from;
      const name = users.find(({ id }) => id === from)?.name;
      return name === undefined ? (words.done[event] ?? null) : words.takenOver(name);
    }
    case 'case.rated':
      return ratedDeed(change('rating'), context?.ratingType ?? 'four_star');
    case 'attachment.added':
      return reason === null ? (words.done[event] ?? null) : words.addedFile(reason);
    case 'attachment.erased':
      return reason === null ? (words.done[event] ?? null) : words.erasedFile(reason);
    case 'case.opened':
    case 'reply.undone':
    case 'forward.undone':
    case 'case.change-undone':
      return words.done[event] ?? null;
    default:
      return null;
  }
}

function mergeDeed(into: FieldChange | undefined, from: FieldChange | undefined): string | null {
  if (into?.to) return words.merged.into(String(into.to));
  if (into?.from) return words.merged.intoNoLonger(String(into.from));
  if (from?.to) return words.merged.from(String(from.to));
  return from?.from ? words.merged.fromNoLonger(String(from.from)) : null;
}

function splitDeed(from: FieldChange | undefined, off: FieldChange | undefined): string | null {
  if (from?.to) return words.split.from(String(from.to));
  if (off?.to) return words.split.off(String(off.to));
  return off?.from ? words.split.gaveBack(String(off.from)) : null;
}

/** What the customer said, on the scale that he was asked on. */
function ratedDeed(change: FieldChange | undefined, type: RatingType): string | null {
  const wordOf = (value: unknown) => {
    const rating = RATING_WORDS.findIndex((word) => word === value);
    return rating < 0 ? null : ratingWord(rating, type);
  };
  const [from, to] = [wordOf(change?.from), wordOf(change?.to)];
  if (to === null) return null;
  return from === null || from === to ? words.rated.given(to) : words.rated.changed(from, to);
}

function wordFor(table: Record<string, string>, name: string): string | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
