import type { Field, Scalar, Test } from '@bureau/domain';
import type { ValueType } from './field-sources.ts';
import { likeLiteral, type SqlWriter } from './sql-writer.ts';

/** A value in the database: an expression and its type. */
export interface Value {
  sql: string;
  type: ValueType;
}

type Of<K extends Test['kind']> = Extract<Test, { kind: K }>;

/** Whether a value passes a test, as SQL that is true exactly then; false or null otherwise. */
export function testSql(value: Value, field: Field, test: Test, writer: SqlWriter): string {
  switch (test.kind) {
    case 'one-of':
      return oneOfSql(value, field, test.values, writer);
    case 'text':
      return textSql(value.sql, test, writer);
    case 'within':
      return withinSql(value.sql, test, writer);
    case 'range':
      return rangeSql(value, test, writer);
    case 'days':
      return betweenSql(`(${value.sql}) COLLATE "C"`, test, (day) => writer.param(day, 'text'));
    // Expressions are another engine's: the database leaves these cases in, and memory decides.
    case 'pattern':
      return 'true';
    case 'empty':
      throw new Error('Whether there is a value is asked of the source.');
    case 'change':
      throw new Error('The database does not know what has just changed.');
  }
}

/** Whether there is a value at all. */
export function filledSql({ sql, type }: Value): string {
  return type === 'text' ? `${sql} <> ''` : `${sql} IS NOT NULL`;
}

function oneOfSql({ sql, type }: Value, { kind }: Field, values: readonly Scalar[], writer: SqlWriter): string {
  if (values.length === 0) return 'false';
  switch (type) {
    case 'boolean':
      return values.length > 1 && new Set(values).size > 1 ? 'true' : values[0] === true ? sql : `NOT ${sql}`;
    case 'choice':
      // Written out so that indexes of some statuses can be found; these are our own words, not the user's.
      return `${sql} IN (${(kind.type === 'choice' ? kind.choices : [])
        .filter((choice) => values.includes(choice))
        .map((choice) => `'${choice}'`)
        .join(', ')})`;
    case 'bigint':
      return values.length === 1
        ? `${sql} = ${writer.param(values[0], 'bigint')}`
        : `${sql} = ANY(${writer.param(values, 'bigint[]')})`;
    case 'text':
      return values.length === 1
        ? `${sql} = ${writer.param(values[0], 'text')}`
        : `${sql} = ANY(${writer.param(values, 'text[]')})`;
    case 'timestamptz':
      throw new Error('Times are compared, not equal.');
  }
}

const LIKE = {
  contains: (text: string) => `%${text}%`,
  begins: (text: string) => `${text}%`,
  ends: (text: string) => `%${text}`,
} as const;

function textSql(sql: string, { how, values }: Of<'text'>, writer: SqlWriter): string {
  if (how === 'is') {
    return values.length === 1
      ? `fold_text(${sql}) = ${writer.param(values[0], 'text')}`
      : `fold_text(${sql}) = ANY(${writer.param(values, 'text[]')})`;
  }
  const patterns = values.map((value) => LIKE[how](likeLiteral(value)));
  return anyOf(patterns.map((pattern) => `fold_text(${sql}) LIKE ${writer.param(pattern, 'text')}`));
}

function withinSql(sql: string, { values }: Of<'within'>, writer: SqlWriter): string {
  return anyOf(
    values.flatMap((top) => [
      `${sql} = ${writer.param(top, 'text')}`,
      `${sql} LIKE ${writer.param(`${likeLiteral(top)}::%`, 'text')}`,
    ]),
  );
}

function rangeSql({ sql, type }: Value, test: Of<'range'>, writer: SqlWriter): string {
  // The database's microseconds do not matter: a time is before a millisecond, or it is not.
  const bound = (value: number) =>
    type === 'timestamptz' ? writer.param(new Date(value), 'timestamptz') : writer.param(value, 'bigint');
  return betweenSql(sql, test, bound);
}

/** From, inclusive, to below, exclusive. */
export function betweenSql<T>(
  sql: string,
  { from, below }: { from: T | null; below: T | null },
  bound: (value: T) => string,
): string {
  const parts = [
    ...(from === null ? [] : [`${sql} >= ${bound(from)}`]),
    ...(below === null ? [] : [`${sql} < ${bound(below)}`]),
  ];
  return parts.join(' AND ');
}

export function anyOf(parts: string[]): string {
  return parts.length === 1 ? (parts[0] ?? 'false') : `(${parts.join(' OR ') || 'false'})`;
}
