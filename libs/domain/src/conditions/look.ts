import type { FieldChange } from '@bureau/contracts';
import type { Asking, CaseFacts } from './facts.ts';
import type { Field, Scalar } from './field.ts';
import { foldText } from './fold-text.ts';

/** A case as conditions look at it. */
export interface Looked {
  /** All values of a field; nothing when it has none. */
  valuesOf(field: Field): readonly Scalar[];
  /** What the present write has changed of a field. */
  changesOf(field: Field): readonly FieldChange[];
  /** {@link foldText}. */
  fold(text: string): string;
}

/** Remembers what it was asked: a thousand rules read and fold the words of a mail once. */
export function lookAt(facts: CaseFacts, asking: Asking): Looked {
  return lookThrough((field) => field.read(facts, asking), facts.changes ?? []);
}

/** As {@link lookAt}, through values from elsewhere. */
export function lookThrough(read: (field: Field) => readonly Scalar[], changes: readonly FieldChange[]): Looked {
  const values = new Map<Field, readonly Scalar[]>();
  const folded = new Map<string, string>();
  return {
    valuesOf: (field) => remembered(values, field, read),
    changesOf: ({ changesAs }) =>
      changesAs === undefined ? [] : changes.filter((change) => change.field === changesAs),
    fold: (text) => remembered(folded, text, foldText),
  };
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, make: (key: Key) => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make(key);
  known.set(key, made);
  return made;
}
