import type { Row } from '../value.ts';

/** One record before and after a transaction; undefined: it was not there. */
export type Change = { type: string; id: string; before: Row | undefined; after: Row | undefined };

const OF_THE_SYSTEM = new Set(['SystemModstamp', 'LastModifiedDate', 'LastModifiedById', 'IsDeleted']);

/** What happened to the record, as the header of a change event calls it. */
export function changeType({ before, after }: Change): 'CREATE' | 'UPDATE' | 'DELETE' | 'UNDELETE' {
  const was = before !== undefined && before['IsDeleted'] !== true;
  const is = after !== undefined && after['IsDeleted'] !== true;
  if (was) return is ? 'UPDATE' : 'DELETE';
  return before === undefined ? 'CREATE' : 'UNDELETE';
}

/** Fields that have another value than before, of which the event tells. */
export function changedFields({ before = {}, after = {} }: Change): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !OF_THE_SYSTEM.has(name) && before[name] !== after[name]);
}
