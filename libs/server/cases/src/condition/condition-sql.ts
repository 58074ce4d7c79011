import {
  isPlan,
  planConditions,
  predicatesIn,
  type Asking,
  type Field,
  type Plan,
  type Predicate,
  type Test,
  type Vocabulary,
} from '@bureau/domain';
import type { ConditionGroup } from '@bureau/contracts';
import { sourceOf, type Source, type ValueType } from './field-sources.ts';
import { openNowSql, openSinceSql } from './open-hours-sql.ts';
import { jsonSql } from './json-sql.ts';
import { SqlWriter } from './sql-writer.ts';
import { filledSql, testSql } from './test-sql.ts';

export interface ConditionSql {
  /** A condition on `c` (cases), with placeholders from `first` on. Its shape depends on no value that a user wrote. */
  sql: string;
  values: unknown[];
  /** False: it has regular expressions, which the database leaves open; `matches` decides about each case found. */
  exact: boolean;
}

/**
 * Conditions as SQL that finds the cases for which `matches` is true (domain/conditions): the same plan, the same two
 * answers. Null counts as «no», also under a negation. Conditions must have passed `checkConditions`.
 */
export function conditionSql(
  conditions: ConditionGroup,
  { first, asking, vocabulary }: { first: number; asking: Asking; vocabulary: Vocabulary },
): ConditionSql {
  const plan = planConditions(conditions, { vocabulary }, asking);
  const writer = new SqlWriter(first);
  const sql = planSql(plan, asking, writer);
  return { sql, values: writer.values, exact: predicatesIn(plan).every(({ test }) => test.kind !== 'pattern') };
}

function planSql({ match, parts }: Plan, asking: Asking, writer: SqlWriter): string {
  if (parts.length === 0) return 'true';
  const written = parts.map((part) =>
    isPlan(part) ? planSql(part, asking, writer) : predicateSql(part, asking, writer),
  );
  return `(${written.join(match === 'all' ? ' AND ' : ' OR ')})`;
}

function predicateSql({ field, negated, test }: Predicate, asking: Asking, writer: SqlWriter): string {
  if (test.kind === 'pattern') return 'true';
  const source = sourceOf(field);
  const asksForNone = test.kind === 'empty';
  const { sql, total } = positiveSql(source, field, test, { asking, writer });
  if (asksForNone === negated) return sql;
  return total ? `NOT (${sql})` : `(${sql}) IS NOT TRUE`;
}

/** The test, or for `empty` its opposite: that there is a value. `total`: it is never null. */
function positiveSql(
  source: Source,
  field: Field,
  test: Test,
  { asking, writer }: { asking: Asking; writer: SqlWriter },
): { sql: string; total: boolean } {
  const passes = (value: Extract<Source, { type: ValueType }>) =>
    test.kind === 'empty' ? filledSql(value) : testSql(value, field, test, writer);
  switch (source.at) {
    case 'column':
      return {
        sql: passes(source),
        total: source.filled === true || (test.kind === 'empty' && source.type !== 'text'),
      };
    case 'rows':
      return { sql: `EXISTS (SELECT FROM ${source.from} AND ${passes(source)})`, total: true };
    case 'json': {
      const sql = jsonSql(source, field, test, writer);
      return source.from === null
        ? { sql, total: false }
        : { sql: `EXISTS (SELECT FROM ${source.from} AND ${sql})`, total: true };
    }
    case 'labels':
      return { sql: labelsSql(test, writer), total: true };
    case 'lock': {
      const isLocked = () =>
        `coalesce(c.locked_until >= ${writer.param(new Date(asking.now + 1), 'timestamptz')}, false)`;
      return { sql: flagSql(isLocked, test), total: true };
    }
    case 'open-now':
      return { sql: flagSql(() => openNowSql(asking, writer), test), total: true };
    case 'open-since':
      return { sql: openSinceSql(source.sql, test, { asking, writer }), total: test.kind === 'empty' };
    case 'followers': {
      const isFollowed = () =>
        `EXISTS (SELECT FROM case_followers w WHERE w.case_id = c.id AND w.user_id = ${writer.param(asking.userId, 'bigint')})`;
      return { sql: flagSql(isFollowed, test), total: true };
    }
  }
}

/** Yes or no, of a field that always has one of them. */
function flagSql(flag: () => string, test: Test): string {
  if (test.kind !== 'one-of') return 'true';
  if (new Set(test.values).size > 1) return 'true';
  return test.values[0] === true ? flag() : `NOT (${flag()})`;
}

function labelsSql(test: Test, writer: SqlWriter): string {
  const any = `c.label_ids <> '{}'`;
  if (test.kind !== 'one-of') return any;
  const [first, ...others] = test.values;
  if (first === undefined) return 'false';
  return others.length === 0
    ? `(${any} AND c.label_ids @> ARRAY[${writer.param(first, 'bigint')}])`
    : `(${any} AND c.label_ids && ${writer.param(test.values, 'bigint[]')})`;
}
