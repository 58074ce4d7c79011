import type { OrderByClause } from '@jetstreamapp/soql-parser-js';
import { SfError } from '../sf-error.ts';
import type { Row } from '../value.ts';
import { malformed } from './malformed.ts';
import { comparable, pathOf, type Scope } from './path.ts';

export type Compare = (one: Row, other: Row) => number;

/** ORDER BY; without it records come in the order of their ids. */
export function orderOf(scope: Scope, given: OrderByClause | OrderByClause[] | undefined): Compare {
  const clauses = given === undefined ? [] : Array.isArray(given) ? given : [given];
  const compares = clauses.map((clause) => compareBy(scope, clause));
  return (one, other) => {
    for (const compare of compares) {
      const result = compare(one, other);
      if (result !== 0) return result;
    }
    return plain(String(one['Id']), String(other['Id']));
  };
}

function compareBy(scope: Scope, clause: OrderByClause): Compare {
  if (!('field' in clause)) throw malformed('unexpected token in ORDER BY');
  const { field, read } = pathOf(scope, clause.field);
  if (!field.filterable) throw new SfError('INVALID_FIELD', `field '${field.name}' can not be sorted in a query call`);
  const sign = clause.order === 'DESC' ? -1 : 1;
  const nullsFirst = clause.nulls !== 'LAST';
  return (one, other) => {
    const a = comparable(field, read(one));
    const b = comparable(field, read(other));
    if (a === null || b === null) return a === b ? 0 : (a === null) === nullsFirst ? -1 : 1;
    return sign * plain(a, b);
  };
}

function plain(one: string | number, other: string | number): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
