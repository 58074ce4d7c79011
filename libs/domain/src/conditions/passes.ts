import type { FieldChange } from '@bureau/contracts';
import type { Field, Scalar } from './field.ts';
import { foldText } from './fold-text.ts';
import type { Looked } from './look.ts';
import { findsPattern } from './pattern.ts';
import type { Test } from './predicate.ts';

/** Whether one of the field's values passes a test. */
export function passes(test: Test, field: Field, looked: Looked): boolean {
  if (test.kind === 'change') return looked.changesOf(field).some((change) => passesChange(test, change));
  const values = looked.valuesOf(field);
  switch (test.kind) {
    case 'empty':
      return values.length === 0;
    case 'one-of':
      return values.some((value) => test.values.includes(value));
    case 'within':
      return values.some((value) => test.values.some((top) => value === top || `${value}`.startsWith(`${top}::`)));
    case 'text':
      return values.some((value) => passesText(test, looked.fold(`${value}`)));
    case 'pattern':
      return values.some((value) => findsPattern(test.pattern, `${value}`));
    case 'range':
      return values.some((value) => typeof value === 'number' && isBetween(value, test));
    case 'days':
      return values.some((value) => typeof value === 'string' && isBetween(value, test));
  }
}

function passesText({ how, values }: Extract<Test, { kind: 'text' }>, text: string): boolean {
  switch (how) {
    case 'is':
      return values.includes(text);
    case 'contains':
      return values.some((value) => text.includes(value));
    case 'begins':
      return values.some((value) => text.startsWith(value));
    case 'ends':
      return values.some((value) => text.endsWith(value));
  }
}

function isBetween<T extends number | string>(value: T, { from, below }: { from: T | null; below: T | null }): boolean {
  return (from === null || value >= from) && (below === null || value < below);
}

/** A list of ids changed from a value when it has lost it, and to a value when it has gained it. */
function passesChange({ side, values }: Extract<Test, { kind: 'change' }>, { from, to }: FieldChange): boolean {
  if (side === 'any') return true;
  const [here, there] = side === 'from' ? [from, to] : [to, from];
  const gone: readonly unknown[] = Array.isArray(there) ? there : [];
  const present: readonly unknown[] = Array.isArray(here) ? here.filter((item) => !gone.includes(item)) : [here];
  return present.some((item) => values.some((value) => isSame(value, item)));
}

function isSame(wanted: Scalar, value: unknown): boolean {
  return typeof wanted === 'string' && typeof value === 'string'
    ? foldText(wanted) === foldText(value)
    : wanted === value;
}
