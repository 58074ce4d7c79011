import type { CaseFacts } from './facts.ts';
import type { Field, Scalar } from './field.ts';

/** What there is; an empty text is nothing. */
export const some = (value: Scalar | null | undefined): readonly Scalar[] =>
  value === null || value === undefined || value === '' ? [] : [value];

export function textOf(key: string, label: string, read: (facts: CaseFacts) => readonly string[]): Field {
  return { key, label, kind: { type: 'text' }, read: (facts) => read(facts).filter((value) => value !== '') };
}
