/** A place in what was sent, and what to do about it. */
export interface Unkeepable {
  path: string[];
  message: string;
}

/**
 * Where parsed input has what PostgreSQL keeps in no text: NUL, or half of a surrogate pair (which is no JSON to it, either);
 * undefined when all is well.
 */
export function findUnkeepable(value: unknown, path: readonly string[] = []): Unkeepable | undefined {
  if (typeof value === 'string') return wrongWith(value, path);
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = wrongWith(key, path) ?? findUnkeepable(inner, [...path, key]);
    if (found) return found;
  }
  return undefined;
}

function wrongWith(text: string, path: readonly string[]): Unkeepable | undefined {
  if (text.includes('\0')) return { path: [...path], message: 'A text has a NUL character in it; take it out.' };
  if (text.isWellFormed()) return undefined;
  return { path: [...path], message: 'The text has half of a character in it; send it as UTF-8.' };
}
