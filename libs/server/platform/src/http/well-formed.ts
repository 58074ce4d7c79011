/**
 * Where parsed input has half of a surrogate pair, which is no text (and no JSON to PostgreSQL): the path to it, or
 * undefined when all is well.
 */
export function findIllFormed(value: unknown, path: readonly string[] = []): string[] | undefined {
  if (typeof value === 'string') return value.isWellFormed() ? undefined : [...path];
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = key.isWellFormed() ? findIllFormed(inner, [...path, key]) : [...path];
    if (found) return found;
  }
  return undefined;
}
