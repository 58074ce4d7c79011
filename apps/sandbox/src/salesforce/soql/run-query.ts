import { parseQuery, type Query, type Subquery } from '@jetstreamapp/soql-parser-js';
import type { Org } from '../org.ts';
import type { Version } from '../present.ts';
import { visibleObject } from '../rights.ts';
import { SfError } from '../sf-error.ts';
import { idIn, type Row, type Value } from '../value.ts';
import { invalidType, malformed } from './malformed.ts';
import { orderOf } from './order.ts';
import { pathOf, type Scope } from './path.ts';
import { rowsOf } from './rows.ts';
import { showing, type Show } from './select.ts';
import { filterOf } from './where.ts';

const LONGEST = 100_000;
const FURTHEST = 2000;
const NOT_KNOWN = ['groupBy', 'having', 'usingScope', 'withDataCategory', 'update'] as const;

export type Asker = { org: Org; user: Row; version: Version };

export type Answer = { rows: Row[]; show: Show; counted: boolean };

/** Answers a query; throws MALFORMED_QUERY, INVALID_FIELD and their like. */
export function runQuery(asker: Asker, soql: string, given: { all: boolean }): Answer {
  if (soql.length > LONGEST) throw malformed('SOQL statements cannot be longer than 100,000 characters.');
  const query = parsed(soql);
  asker.org.failures.meet({ operation: 'query', object: query.sObject });
  const unknown = NOT_KNOWN.find((clause) => query[clause] !== undefined);
  if (unknown) throw malformed(`unexpected token: ${unknown}`);

  const scope = scopeOf(asker, query.sObject ?? '', query.sObjectAlias);
  const counted = isCount(query);
  const show = counted
    ? () => ({})
    : showing(scope, {
        fields: query.fields ?? [],
        version: asker.version,
        children: (subquery, row) => childrenOf(asker, scope, { subquery, row }),
      });
  return { rows: chosen(asker, scope, query, given.all), show, counted };
}

/** Whether a condition as behind WHERE holds for a record, as the whole organisation sees it. */
export function holds(asker: Asker, object: string, condition: string, row: Row): boolean {
  const query = parsed(`SELECT Id FROM ${object} WHERE ${condition}`);
  const scope = scopeOf(asker, object, undefined);
  return filterOf(scope, query.where, () => []).test(row);
}

function parsed(soql: string): Query {
  try {
    // Options of any kind make the library build its parser anew: 70 ms instead of half a one.
    return parseQuery(soql);
  } catch (error) {
    throw malformed(error instanceof Error ? error.message.slice(0, 400) : 'unexpected token');
  }
}

function scopeOf({ org, user }: Asker, name: string, alias: string | undefined): Scope {
  const object = visibleObject(org, user, name);
  if (!object) throw invalidType(name);
  return { org, user, object, alias };
}

function isCount(query: Query): boolean {
  const [first, ...others] = query.fields ?? [];
  if (first?.type !== 'FieldFunctionExpression' || first.functionName.toUpperCase() !== 'COUNT') return false;
  if (others.length > 0 || first.parameters.length > 0) throw malformed('only COUNT() alone is known here');
  return true;
}

function chosen(asker: Asker, scope: Scope, query: Query, all: boolean): Row[] {
  const { limit, offset = 0 } = query;
  if (offset > FURTHEST) throw new SfError('NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${FURTHEST}`);
  const isFields = (query.fields ?? []).some(
    (one) => one.type === 'FieldFunctionExpression' && /^fields$/i.test(one.functionName),
  );
  if (isFields && (limit ?? Infinity) > 200)
    throw malformed('The SOQL FIELDS function must have a LIMIT of at most 200');
  const { test, shortcut } = filterOf(scope, query.where, (inner) => columnOf(asker, inner));
  const found = rowsOf(scope.org, scope.object, { all, shortcut }).filter(test);
  if (!isCount(query)) found.sort(orderOf(scope, query.orderBy));
  return found.slice(offset, limit === undefined ? undefined : offset + limit);
}

/** The one column of an inner query. */
function columnOf(asker: Asker, query: Query): Value[] {
  const [field, ...others] = query.fields ?? [];
  if (!field || others.length > 0 || (field.type !== 'Field' && field.type !== 'FieldRelationship')) {
    throw malformed('semi join sub-selects can only have one field');
  }
  const scope = scopeOf(asker, query.sObject ?? '', query.sObjectAlias);
  const path = pathOf(scope, field.type === 'Field' ? field.field : (field.rawValue ?? field.field));
  if (path.field.type !== 'id' && path.field.type !== 'reference') {
    throw malformed('semi join sub-selects can only query id fields');
  }
  return chosen(asker, scope, query, false).map((row) => path.read(row));
}

function childrenOf(asker: Asker, parent: Scope, { subquery, row }: { subquery: Subquery; row: Row }): unknown {
  const name = subquery.relationshipName;
  const child = asker.org.schema.children(parent.object).find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!child) {
    throw new SfError('INVALID_TYPE', `Didn't understand relationship '${name}' in field path.`);
  }
  const scope = scopeOf(asker, child.object.name, undefined);
  const show = showing(scope, {
    fields: subquery.fields ?? [],
    version: asker.version,
    children: () => {
      throw malformed('sub-selects go no deeper here');
    },
  });
  const { test } = filterOf(scope, subquery.where, (inner) => columnOf(asker, inner));
  const shortcut = { field: child.field.name, values: [idIn(row)] };
  const found = rowsOf(scope.org, child.object, { all: false, shortcut })
    .filter((one) => one[child.field.name] === idIn(row) && test(one))
    .sort(orderOf(scope, subquery.orderBy))
    .slice(0, subquery.limit);
  if (found.length === 0) return null;
  return { totalSize: found.length, done: true, records: found.map(show) };
}
