import { englishNames, seededNames } from './seeded-names.words.ts';

type Names = keyof typeof englishNames;

/**
 * The name of something that every desk begins with, in the reader's language. What somebody gave another name keeps
 * it. `key` null: known by its name alone.
 */
export function seededName(of: Names, name: string, key: string | null = null): string {
  const known = key ?? Object.keys(englishNames[of]).find((one) => englishNames[of][one] === name);
  if (known === undefined || englishNames[of][known] !== name) return name;
  return seededNames[of][known] ?? name;
}
