import type { FeedItem, FieldChange } from '@bureau/contracts';
import { changeWords as words } from './change-case.words.ts';

export interface Meanwhile {
  who: string;
  change: FieldChange;
}

/** The latest change by somebody else to one of these fields, among what was done since I looked; null for none. */
export function changedMeanwhile(
  items: readonly FeedItem[],
  fields: readonly string[],
  userId: number,
): Meanwhile | null {
  const found = items.flatMap((item) => {
    if (item.kind !== 'event' || (item.actor.kind === 'user' && item.actor.id === userId)) return [];
    return item.changes
      .filter(({ field }) => fields.includes(nameOf(field)))
      .map((change) => ({ who: item.actor.name || words.a, change }));
  });
  return found.at(-1) ?? null;
}

/** Says what a colleague did; people and groups, of which only ids are known here, are left out. */
export function meanwhileWords({ who, change }: Meanwhile): string {
  const name = nameOf(change.field);
  const field = wordFor(words.fields, name) ?? words.aField;
  if (name === 'status') {
    return words.meanwhile(who, field, wordFor(words.statuses, String(change.to)) ?? String(change.to));
  }
  const { to } = change;
  if (name === 'priority' || name === 'subject') return words.meanwhile(who, field, String(to));
  if (name === 'assignee' && to === null) return words.meanwhile(who, field, words.nobody);
  return words.meanwhileOther(who, field);
}

/** `assigneeId` and `assignee` are one field; a custom field goes by its key. */
function nameOf(field: string): string {
  return field === 'labelIds' ? field : field.replace(/Id$/, '');
}

function wordFor(table: Record<string, string>, name: string): string | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
