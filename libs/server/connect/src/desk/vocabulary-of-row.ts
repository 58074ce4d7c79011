import { conditionsIn, type ConditionGroup } from '@bureau/contracts';
import type { Field, Vocabulary } from '@bureau/domain';

const PREFIX = 'salesforce.';

/** The fields that conditions name of a row of Salesforce, as they are in it. */
export function vocabularyOfRow(conditions: ConditionGroup, row: Readonly<Record<string, unknown>>): Vocabulary {
  const keys = new Set(conditionsIn(conditions).map(({ field }) => field));
  return new Map([...keys].filter((key) => key.startsWith(PREFIX)).map((key) => [key, fieldOf(key, row)]));
}

/** API names of the fields that conditions ask for: they have to be read with the row. */
export function namesIn(conditions: ConditionGroup): string[] {
  const keys = conditionsIn(conditions).map(({ field }) => field);
  return keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
}

function fieldOf(key: string, row: Readonly<Record<string, unknown>>): Field {
  const value = row[key.slice(PREFIX.length)];
  const label = key.slice(PREFIX.length);
  if (typeof value === 'boolean') return { key, label, kind: { type: 'boolean' }, read: () => [value] };
  const isDate = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
  const read = () => (typeof value === 'string' && value !== '' ? [value] : []);
  return { key, label, kind: { type: isDate ? 'date' : 'text' }, read };
}
