/** Whether a value is what it is taken for. These few weigh nothing; what a form sends is checked by the contract's own schema. */
export type Guard<T> = (value: unknown) => value is T;

export const isText: Guard<string> = (value) => typeof value === 'string';
export const isFigure: Guard<number> = (value) => typeof value === 'number';
export const isFlag: Guard<boolean> = (value) => typeof value === 'boolean';

export function isOneOf<T extends string>(words: readonly T[]): Guard<T> {
  return (value): value is T => words.some((word) => word === value);
}

export function orNull<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

export function isListOf<T>(guard: Guard<T>): Guard<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.every(guard);
}

/** An object that has at least these fields. */
export function isRecordOf<T extends object>(fields: { readonly [K in keyof T]: Guard<T[K]> }): Guard<T> {
  const guards = Object.entries<Guard<unknown>>(fields);
  return (value): value is T =>
    typeof value === 'object' && value !== null && guards.every(([name, guard]) => guard(Reflect.get(value, name)));
}

/** Reads JSON that somebody else may have written; null when it is not what is expected. */
export function readJson<T>(text: string | null, guard: Guard<T>): T | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return guard(value) ? value : null;
  } catch {
    return null;
  }
}
