/** What JSON can hold, read with ids kept whole. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/**
 * Networks write ids as numbers, too: those that a number of JavaScript would round are kept as they are written. Texts
 * lose what no database takes, NUL and halves of characters.
 */
function keepWhole(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  return context?.source !== undefined && /^-?\d+$/u.test(context.source) ? context.source : value;
}

/** Undefined for what is no JSON. */
export function readJson(bytes: Uint8Array): Json | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const read: Json = JSON.parse(text, keepWhole);
    return read;
  } catch {
    return undefined;
  }
}

/** The value at a JSON pointer (RFC 6901, without escapes: our keys have neither `~` nor `/`); undefined when nothing is there. */
export function valueAt(document: Json | undefined, pointer: string): Json | undefined {
  if (pointer === '') return document;
  return pointer
    .slice(1)
    .split('/')
    .reduce<Json | undefined>((value, key) => {
      if (value === null || typeof value !== 'object') return undefined;
      if (Array.isArray(value)) return /^\d+$/u.test(key) ? value[Number(key)] : undefined;
      return Object.hasOwn(value, key) ? value[key] : undefined;
    }, document);
}

/** The pointers of what a list holds; none when there is no list. */
export function pointersIn(document: Json | undefined, pointer: string): string[] {
  const list = valueAt(document, pointer);
  return Array.isArray(list) ? list.map((_, index) => `${pointer}/${index}`) : [];
}
