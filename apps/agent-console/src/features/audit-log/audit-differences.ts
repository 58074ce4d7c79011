import type { AuditEntry } from '@bureau/contracts';
import { formatList, formatNumber } from '../../language/format.ts';
import { permissionWord } from '../../pieces/permissions/index.ts';
import { auditLogWords as words } from './audit-log.words.ts';

/** A field that differs, in words; null where there was, or is, nothing. */
export interface Difference {
  field: string;
  before: string | null;
  after: string | null;
}

/** What the numbers of people and brands stand for; undefined for who or what is gone. */
export interface AuditNames {
  user: (id: number) => string | undefined;
  brand: (id: number) => string | undefined;
  group: (id: number) => string | undefined;
}

/** The fields that an entry changed. Of a list only what came and what went. */
export function differencesOf(
  { before, after }: Pick<AuditEntry, 'before' | 'after'>,
  names: AuditNames,
): Difference[] {
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return keys.flatMap((key) => {
    const difference = differenceOf(key, named(key, before?.[key], names), named(key, after?.[key], names));
    return difference.before === null && difference.after === null ? [] : [difference];
  });
}

const numbered: Readonly<Record<string, keyof AuditNames>> = {
  userIds: 'user',
  userId: 'user',
  brandIds: 'brand',
  brandId: 'brand',
  groupIds: 'group',
  groupId: 'group',
};

/** The names in place of the numbers, where the field holds numbers of something that has a name. */
function named(key: string, value: unknown, names: AuditNames): unknown {
  const kind = numbered[key];
  if (!kind) return value;
  if (Array.isArray(value)) return value.map((item) => named(key, item, names));
  return typeof value === 'number' ? (names[kind](value) ?? words.gone(value)) : value;
}

function differenceOf(key: string, was: unknown, is: unknown): Difference {
  const field = words.fields[key] ?? inWords(key);
  if (Array.isArray(was) && Array.isArray(is)) {
    const [gone, come] = [without(was, is), without(is, was)];
    return { field, before: wordOf(key, gone), after: wordOf(key, come) };
  }
  return { field, before: wordOf(key, was), after: wordOf(key, is) };
}

function without(items: readonly unknown[], others: readonly unknown[]): unknown[] {
  const known = new Set(others.map((item) => JSON.stringify(item)));
  return items.filter((item) => !known.has(JSON.stringify(item)));
}

function wordOf(key: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'string') return words.values[value] ?? value;
  if (Array.isArray(value)) {
    if (value.length === 0) return null;
    return formatList(
      value.map((item) =>
        key === 'permissions' || key === 'scopes' ? permissionWord(String(item)).name : (wordOf(key, item) ?? ''),
      ),
    );
  }
  return JSON.stringify(value);
}

/** `minPasswordLength` → `min password length`: what nobody has found a word for. */
function inWords(key: string): string {
  return key.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
}
