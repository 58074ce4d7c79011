import type { Field, Test } from '@bureau/domain';
import type { Source } from './field-sources.ts';
import { anyOf, betweenSql, filledSql, testSql } from './test-sql.ts';
import type { SqlWriter } from './sql-writer.ts';

type JsonSource = Extract<Source, { at: 'json' }>;

/**
 * Whether the custom field of a case passes a test. A stored value of another type counts as none. Keys are values of the
 * statement like any other; equality is written as containment, which the index on custom fields knows.
 */
export function jsonSql({ json, key }: JsonSource, field: Field, test: Test, writer: SqlWriter): string {
  const { type } = field.kind;
  if (test.kind === 'one-of') {
    const held = test.values.map((value) => `${json} @> ${writer.param(JSON.stringify({ [key]: value }), 'jsonb')}`);
    return `(${json} <> '{}' AND ${anyOf(held)})`;
  }
  const name = writer.param(key, 'text');
  const item = `(${json} -> ${name})`;
  if (type === 'boolean' || type === 'integer') {
    const typed = `jsonb_typeof${item} = '${type === 'boolean' ? 'boolean' : 'number'}'`;
    if (test.kind !== 'range') return typed;
    // Numbers are compared as JSON, which never fails, whatever an import has left there.
    return `(${typed} AND ${betweenSql(item, test, (bound) => writer.param(String(bound), 'jsonb'))})`;
  }
  const text = {
    sql: `(CASE WHEN jsonb_typeof${item} = 'string' THEN nullif(${json} ->> ${name}, '') END)`,
    type: 'text',
  } as const;
  return test.kind === 'empty' ? filledSql(text) : testSql(text, field, test, writer);
}
