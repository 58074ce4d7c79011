import type { WhereClause } from '@jetstreamapp/soql-parser-js';
import { SfError } from '../sf-error.ts';
import { textOf, type Row, type Value } from '../value.ts';
import { conditionOf, type Comparison, type Condition } from './condition.ts';
import { asKept, spanOf } from './dates.ts';
import { likePattern, literalValue } from './literal.ts';
import { malformed } from './malformed.ts';
import { comparable, pathOf, type Path, type Scope } from './path.ts';
import type { Query } from '@jetstreamapp/soql-parser-js';

export type Test = (row: Row) => boolean;

/** Answers the inner query of a semi-join: the values of its one column. */
export type Inner = (query: Query) => Value[];

/** A way to find candidates without looking at every record. */
export type Shortcut = { field: string; values: Value[] };

export type Filter = { test: Test; shortcut: Shortcut | undefined };

/** What a WHERE clause lets through; throws for fields, types and words that Salesforce refuses. */
export function filterOf(scope: Scope, where: WhereClause | undefined, inner: Inner): Filter {
  if (!where) return { test: () => true, shortcut: undefined };
  const condition = conditionOf(where);
  const compiled = compile(scope, condition, inner);
  return compiled;
}

function compile(scope: Scope, condition: Condition, inner: Inner): Filter {
  switch (condition.kind) {
    case 'and': {
      const parts = condition.parts.map((part) => compile(scope, part, inner));
      const shortcut = parts.find((part) => part.shortcut)?.shortcut;
      return { test: (row) => parts.every(({ test }) => test(row)), shortcut };
    }
    case 'or': {
      const parts = condition.parts.map((part) => compile(scope, part, inner));
      return { test: (row) => parts.some(({ test }) => test(row)), shortcut: undefined };
    }
    case 'not': {
      const { test } = compile(scope, condition.part, inner);
      return { test: (row) => !test(row), shortcut: undefined };
    }
    case 'compare':
      return compare(scope, condition.comparison, inner);
  }
}

function compare(scope: Scope, comparison: Comparison, inner: Inner): Filter {
  if ('fn' in comparison) throw malformed(`unexpected token: ${comparison.fn.rawValue ?? 'function'}`);
  const path = pathOf(scope, comparison.field);
  const { field } = path;
  if (!field.filterable || field.type === 'address' || field.type === 'location') {
    throw new SfError('INVALID_FIELD', `field '${field.name}' can not be filtered in a query call`);
  }
  if ('valueQuery' in comparison) return among(path, inner(comparison.valueQuery), comparison.operator);
  if (comparison.literalType === 'DATE_LITERAL' || comparison.literalType === 'DATE_N_LITERAL') {
    return { test: inSpan(scope, path, comparison), shortcut: undefined };
  }
  const { value, literalType, operator } = comparison;
  if (Array.isArray(value)) {
    const typeOf = (index: number) => (Array.isArray(literalType) ? literalType[index] : literalType);
    const values = value.map((one, index) => literalValue(field, one, typeOf(index)));
    return among(path, values, operator);
  }
  if (operator === 'LIKE') return { test: like(path, value, literalType), shortcut: undefined };
  const wanted = literalValue(field, value, Array.isArray(literalType) ? literalType[0] : literalType);
  if (operator === 'IN' || operator === 'NOT IN') throw malformed(`unexpected token: ${value}`);
  return ordered(path, wanted, operator);
}

function like(path: Path, value: string, type: unknown): Test {
  if (type !== 'STRING') throw malformed(`unexpected token: ${value}`);
  const pattern = likePattern(value);
  return (row) => {
    const read = path.read(row);
    return read !== null && pattern.test(textOf(read));
  };
}

function among(path: Path, values: Value[], operator: string): Filter {
  const { field, read } = path;
  if (operator === 'INCLUDES' || operator === 'EXCLUDES')
    return { test: includes(path, values, operator), shortcut: undefined };
  const wanted = new Set(values.map((value) => comparable(field, value)));
  if (operator === 'NOT IN') return { test: (row) => !wanted.has(comparable(field, read(row))), shortcut: undefined };
  return { test: (row) => wanted.has(comparable(field, read(row))), shortcut: shortcutOf(path, values) };
}

function includes({ field, read }: Path, values: Value[], operator: string): Test {
  if (field.type !== 'multipicklist') throw malformed(`${operator} needs a multi-select picklist: ${field.name}`);
  return (row) => {
    const chosen = new Set(textOf(read(row)).split(';'));
    const some = values.some((value) =>
      textOf(value)
        .split(';')
        .every((one) => chosen.has(one)),
    );
    return operator === 'INCLUDES' ? some : !some;
  };
}

function ordered(path: Path, value: Value, operator: string): Filter {
  const { field, read } = path;
  const wanted = comparable(field, value);
  const of = (row: Row) => comparable(field, read(row));
  const both = (test: (one: string | number, other: string | number) => boolean) => (row: Row) => {
    const one = of(row);
    return one !== null && wanted !== null && test(one, wanted);
  };
  const test = (): Test => {
    switch (operator) {
      case '=':
        return (row) => of(row) === wanted;
      case '!=':
        return (row) => of(row) !== wanted;
      case '<':
        return both((one, other) => one < other);
      case '<=':
        return both((one, other) => one <= other);
      case '>':
        return both((one, other) => one > other);
      case '>=':
        return both((one, other) => one >= other);
      default:
        throw malformed(`unexpected token: ${operator}`);
    }
  };
  return { test: test(), shortcut: operator === '=' ? shortcutOf(path, [value]) : undefined };
}

function shortcutOf({ through, field }: Path, values: Value[]): Shortcut | undefined {
  if (through.length > 0 || field.compute || values.includes(null)) return undefined;
  return { field: field.name, values };
}

function inSpan(scope: Scope, { field, read }: Path, comparison: Comparison): Test {
  const words = 'value' in comparison && typeof comparison.value === 'string' ? comparison.value : '';
  if (field.type !== 'date' && field.type !== 'datetime') throw malformed(`unexpected token: ${words}`);
  const span = spanOf(words, scope.org.service.clock.ms());
  const from = asKept(field, span.from);
  const to = asKept(field, span.to);
  const within: Record<string, (value: string) => boolean> = {
    '=': (value) => value >= from && value < to,
    '!=': (value) => value < from || value >= to,
    '<': (value) => value < from,
    '<=': (value) => value < to,
    '>': (value) => value >= to,
    '>=': (value) => value >= from,
  };
  const test = within[comparison.operator];
  if (!test) throw malformed(`unexpected token: ${comparison.operator}`);
  return (row) => {
    const value = read(row);
    return value !== null && test(textOf(value));
  };
}
