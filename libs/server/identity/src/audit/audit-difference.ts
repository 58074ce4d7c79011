export type Fields = Readonly<Record<string, unknown>>;

/** Stands for a value that the log must not know. */
const HIDDEN = '•••';

const SECRET = /password|secret|token|hash|sealed|private/i;

/** The fields of two states that differ, as JSON would say them. Null when none do. */
export function differenceOf(
  before: Fields | null,
  after: Fields | null,
): { before: Fields | null; after: Fields | null } | null {
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const changed = keys.filter((key) => JSON.stringify(before?.[key]) !== JSON.stringify(after?.[key]));
  if (before && after && changed.length === 0) return null;
  return { before: before && picked(before, changed), after: after && picked(after, changed) };
}

function picked(fields: Fields, keys: string[]): Fields {
  return Object.fromEntries(
    keys.filter((key) => Object.hasOwn(fields, key)).map((key) => [key, masked(key, fields[key])]),
  );
}

/** Whatever is called like a secret is hidden, however deep it lies; whether there is one, or how long, is none. */
function masked(key: string, value: unknown): unknown {
  const speaks = value !== null && typeof value !== 'boolean' && typeof value !== 'number';
  if (SECRET.test(key) && speaks) return HIDDEN;
  if (Array.isArray(value)) return value.map((item: unknown) => masked('', item));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => [name, masked(name, inner)]),
  );
}
