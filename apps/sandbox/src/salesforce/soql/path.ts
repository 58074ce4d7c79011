import type { Org } from '../org.ts';
import { visibleField } from '../rights.ts';
import type { Field } from '../schema/field.ts';
import type { SfObject } from '../schema/object.ts';
import { textOf, type Row, type Value } from '../value.ts';
import { noSuchColumn } from './malformed.ts';

/** Within what a query is read: for whom, of which kind of records, and how the query calls them. */
export type Scope = { org: Org; user: Row; object: SfObject; alias: string | undefined };

export type Path = {
  /** The fields that lead there, as `Contact`, and the one that is read. */
  through: Field[];
  object: SfObject;
  field: Field;
  read: (row: Row) => Value;
};

/** Follows `Contact.Account.Name`; throws for what is not there or hidden from the user. */
export function pathOf(scope: Scope, words: string): Path {
  const names = words.split('.');
  const own = [scope.object.name, scope.alias].some((name) => name?.toLowerCase() === names[0]?.toLowerCase());
  if (names.length > 1 && own) names.shift();
  const last = names.pop() ?? '';
  if (names.length > 5) throw noSuchColumn(words, scope.object.name);

  let object = scope.object;
  const through: Field[] = [];
  for (const [index, name] of names.entries()) {
    const link = object.fields.find((field) => field.relationshipName?.toLowerCase() === name.toLowerCase());
    if (!link || !visibleField(scope.org, scope.user, { object, name: link.name }))
      throw noSuchColumn(name, object.name);
    through.push(link);
    object = targetOf(scope, link, names[index + 1] ?? last);
  }
  const field = visibleField(scope.org, scope.user, { object, name: last });
  if (!field) throw noSuchColumn(last, object.name);
  return { through, object, field, read: reader(scope.org, through, field) };
}

/** Of the kinds that a field may refer to, the one that knows what is asked for next. */
function targetOf({ org }: Scope, link: Field, next: string): SfObject {
  const known = link.referenceTo.flatMap((name) => org.schema.object(name) ?? []);
  const fits = (object: SfObject) =>
    object.fields.some((field) => sameName(field.name, next) || sameName(field.relationshipName, next));
  const target = known.findLast(fits) ?? known.at(-1);
  if (!target) throw noSuchColumn(link.name, '');
  return target;
}

function sameName(one: string | null, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

function reader(org: Org, through: Field[], field: Field): Path['read'] {
  if (through.length === 0) return (row) => valueIn(org, row, field);
  return (row) => {
    let found: Row | undefined = row;
    for (const link of through) found = found && org.any(found[link.name]);
    return found ? valueIn(org, found, field) : null;
  };
}

/** A field of a record, also when it is worked out. */
export function valueIn(org: Org, row: Row, field: Field): Value {
  if (field.compute) return field.compute(row, (id) => org.any(id));
  return row[field.name] ?? (field.type === 'boolean' ? false : null);
}

export function isText({ type }: Field): boolean {
  return !['boolean', 'int', 'double', 'currency', 'percent', 'date', 'datetime', 'id', 'reference'].includes(type);
}

/** What two values are compared by: texts in any case. */
export function comparable(field: Field, value: Value): string | number | null {
  if (value === null || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return isText(field) ? textOf(value).toLowerCase() : value;
}
