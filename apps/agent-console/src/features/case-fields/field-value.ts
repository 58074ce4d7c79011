import type { CustomField, CustomFieldValue } from '@bureau/contracts';
import { formatDate, formatNumber } from '../../language/format.ts';
import { fieldsWords as words } from './case-fields.words.ts';

/** What somebody wrote: a value, null for none, or what is wrong with it. */
export type Read = { value: CustomFieldValue | null } | { error: string };

/** Reads what was written into a field of this type; the desk checks again. */
export function readValue({ type }: Pick<CustomField, 'type'>, typed: string): Read {
  const text = typed.trim();
  if (text === '') return { value: null };
  if (type === 'integer') {
    const number = Number(text);
    return /^[+-]?\d+$/.test(text) && Number.isSafeInteger(number) ? { value: number } : { error: words.notANumber };
  }
  if (type === 'date') return isDay(text) ? { value: text } : { error: words.notADate };
  if (type === 'boolean') return { value: text === 'true' };
  return { value: text };
}

/** How a value reads: "Support › Testing", "Yes", "9 Mar 2026", "1,200". */
export function valueWords({ type }: Pick<CustomField, 'type'>, value: CustomFieldValue): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return formatNumber(value);
  if (type === 'list') return levelsOf(value).join(' › ');
  if (type === 'date' && isDay(value)) return dayOf(value);
  return value;
}

/** The levels of a nested choice: "Support::Testing" is Testing below Support. */
export function levelsOf(choice: string): string[] {
  return choice.split('::').map((level) => level.trim());
}

/** The choices of a list below their first levels, in their order; those without a level above come first. */
export function branchesOf(choices: readonly string[]): Map<string, readonly string[]> {
  return Map.groupBy(choices, (choice) => {
    const levels = levelsOf(choice);
    return levels.length > 1 ? (levels[0] ?? '') : '';
  });
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** A calendar day has no zone: it is the same day for every reader. */
function dayOf(day: string): string {
  return formatDate(`${day}T00:00:00Z`, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
}
