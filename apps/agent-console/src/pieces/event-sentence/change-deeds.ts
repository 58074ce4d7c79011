import { CaseStatus } from '@bureau/contracts';
import type { ActorStamp, FieldChange } from '@bureau/contracts';
import { momentWords } from '../../plain/days.ts';
import { languageName } from '../../plain/language-name.ts';
import { listWords } from '../../plain/list-words.ts';
import type { EventNames, Named } from './event-sentence.ts';
import { eventWords as words } from './event-sentence.words.ts';

interface Told {
  actor: ActorStamp;
  names: EventNames;
}

/** What the changes of one write say, each as a deed: "resolved this case". What only the desk needs to know says nothing. */
export function changeDeeds(changes: readonly FieldChange[], told: Told): string[] {
  const movesBrand = changes.some(({ field }) => field === 'brandId');
  return changes.flatMap((change) => (movesBrand && change.field === 'mailboxId' ? [] : deedOf(change, told)));
}

function deedOf(change: FieldChange, { actor, names }: Told): string[] {
  const { field, from, to } = change;
  switch (field) {
    case 'status':
      return statusDeed(to);
    case 'priority':
      return [
        Number(to) > Number(from)
          ? words.priority.raised(text(from), text(to))
          : words.priority.lowered(text(from), text(to)),
      ];
    case 'assigneeId':
    case 'assignee':
      return [assigneeDeed(change, actor, names)];
    case 'groupId':
    case 'group':
      return [
        isEmpty(to)
          ? words.group.off(named(from, names.groups, words.someGroup))
          : words.group.to(named(to, names.groups, words.someGroup)),
      ];
    case 'subject':
      return [words.subject(text(from), text(to))];
    case 'description':
      return [
        isEmpty(from) ? words.description.set : isEmpty(to) ? words.description.cleared : words.description.changed,
      ];
    case 'language':
      return [setOf(words.language, { field, from: languageOf(from), to: languageOf(to) })];
    case 'externalId':
      return [setOf(words.externalId, change)];
    case 'routeStatus':
      return [setOf(words.routing, change)];
    case 'customerId':
      return [words.customer];
    case 'brandId':
      return [brandDeed(to, names.brands)];
    case 'mailboxId':
      return [words.mailbox];
    case 'labelIds':
      return labelDeeds(change, names.labels);
    case 'followerIds':
      return followDeeds(change, actor, names.users);
    case 'links':
      return [linkDeed(change)];
    case 'spam':
      return [to === true ? words.spam.yes : words.spam.no];
    case 'snooze':
      return [snoozeDeed(to)];
    case 'lockedBy':
    case 'hidden':
    case 'deleted':
      return [];
    default:
      return [fieldDeed(change, names.fields)];
  }
}

function statusDeed(to: unknown): string[] {
  const status = CaseStatus.safeParse(to);
  return status.success ? [words.statuses[status.data]] : [];
}

function assigneeDeed({ from, to }: FieldChange, actor: ActorStamp, { users }: EventNames): string {
  const isActor = (id: unknown) => actor.kind === 'user' && actor.id === id;
  if (!isEmpty(to)) return isActor(to) ? words.assignee.self : words.assignee.to(named(to, users, words.someone));
  return isActor(from) ? words.assignee.putBack : words.assignee.off(named(from, users, words.someone));
}

function brandDeed(to: unknown, brands: readonly Named[]): string {
  const name = brands.find(({ id }) => id === to)?.name;
  return name === undefined ? words.brand.unnamed : words.brand.to(name);
}

function labelDeeds(change: FieldChange, labels: readonly Named[]): string[] {
  const { added, removed } = difference(change);
  const namesOf = (ids: readonly number[]) => listWords(ids.map((id) => named(id, labels, words.someLabel)));
  return [
    ...(added.length > 0 ? [words.labels.added(namesOf(added))] : []),
    ...(removed.length > 0 ? [words.labels.removed(namesOf(removed))] : []),
  ];
}

function followDeeds(change: FieldChange, actor: ActorStamp, users: readonly Named[]): string[] {
  const { added, removed } = difference(change);
  const isSelf = (ids: readonly number[]) => ids.length === 1 && actor.kind === 'user' && actor.id === ids[0];
  const namesOf = (ids: readonly number[]) => listWords(ids.map((id) => named(id, users, words.someone)));
  return [
    ...(added.length > 0 ? [isSelf(added) ? words.followers.self : words.followers.added(namesOf(added))] : []),
    ...(removed.length > 0
      ? [isSelf(removed) ? words.followers.selfNot : words.followers.removed(namesOf(removed))]
      : []),
  ];
}

function linkDeed({ from, to }: FieldChange): string {
  const other = to ?? from;
  const isTied = to !== null && to !== undefined;
  if (typeof other === 'number')
    return isTied ? words.links.tiedCase(String(other)) : words.links.untiedCase(String(other));
  return isTied ? words.links.tiedPage(text(other)) : words.links.untiedPage(text(other));
}

function snoozeDeed(to: unknown): string {
  if (isEmpty(to)) return words.snooze.wake;
  const until = typeof to === 'object' && to !== null && 'until' in to ? to.until : null;
  return typeof until === 'string' ? words.snooze.until(momentWords(until)) : words.snooze.open;
}

function fieldDeed({ field, from, to }: FieldChange, fields: EventNames['fields']): string {
  const key = field.replace(/^customFields\./, '');
  const label = fields.find((one) => one.key === key)?.label ?? key;
  if (isEmpty(from) && isEmpty(to)) return words.field.touched(label);
  if (isEmpty(from)) return words.field.set(label, choice(to));
  return isEmpty(to) ? words.field.cleared(label, choice(from)) : words.field.changed(label, choice(from), choice(to));
}

/** A value of a field; the levels of a nested choice, "Support::Testing", as they are shown everywhere. */
function choice(value: unknown): string {
  return text(value).split('::').join(' › ');
}

/** What people call a language; none stays none. */
function languageOf(code: unknown): unknown {
  return typeof code === 'string' && code !== '' ? languageName(code) : code;
}

interface SetWords {
  set: (to: string) => string;
  changed: (from: string, to: string) => string;
  cleared: (from: string) => string;
}

function setOf(say: SetWords, { from, to }: FieldChange): string {
  if (isEmpty(from)) return say.set(text(to));
  return isEmpty(to) ? say.cleared(text(from)) : say.changed(text(from), text(to));
}

function difference({ from, to }: FieldChange): { added: number[]; removed: number[] } {
  const [before, after] = [idsOf(from), idsOf(to)];
  return {
    added: after.filter((id) => !before.includes(id)),
    removed: before.filter((id) => !after.includes(id)),
  };
}

/** The ids in a change of a list: `{ids: []}`, or the list itself; one id for a list of one. */
function idsOf(value: unknown): number[] {
  const all: unknown[] = Array.isArray(value) ? value : isEmpty(value) ? [] : [value];
  return all.filter((id) => typeof id === 'number');
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** A value as its reader would write it. */
function text(value: unknown): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) return listWords(value.map(text));
  if (typeof value === 'object' && value !== null && 'name' in value) return String(value.name);
  return String(value);
}

function named(value: unknown, all: readonly Named[], unknown: string): string {
  if (typeof value === 'object' && value !== null && 'name' in value) return String(value.name);
  return all.find(({ id }) => id === value)?.name ?? unknown;
}
