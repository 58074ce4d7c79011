import type { FieldType, Subquery } from '@jetstreamapp/soql-parser-js';
import { attributesOf, shown, type Version } from '../present.ts';
import { visibleFields } from '../rights.ts';
import type { Row } from '../value.ts';
import { malformed } from './malformed.ts';
import { pathOf, type Scope } from './path.ts';

/** One name in an answer: a field, a record that is referred to, or the records that refer to this one. */
type Tree = Map<string, { words: string } | { link: string; tree: Tree } | { subquery: Subquery }>;

export type Show = (row: Row) => Record<string, unknown>;

/** Answers the records that refer to a row. */
export type Children = (subquery: Subquery, row: Row) => unknown;

/** How rows are told for a list of fields; throws for what is not there. */
export function showing(scope: Scope, given: { fields: FieldType[]; version: Version; children: Children }): Show {
  const tree: Tree = new Map();
  for (const words of given.fields.flatMap((one) => wordsOf(scope, one))) {
    if (typeof words === 'string') add(scope, tree, words);
    else tree.set(words.relationshipName, { subquery: words });
  }
  return (row) => show(scope, { tree, ...given }, row);
}

function wordsOf(scope: Scope, field: FieldType): (string | Subquery)[] {
  switch (field.type) {
    case 'Field':
      return [field.field];
    case 'FieldRelationship':
      return [[...field.relationships, field.field].join('.')];
    case 'FieldSubquery':
      return [field.subquery];
    case 'FieldFunctionExpression':
      return allFields(scope, field.functionName, field.parameters[0]);
    case 'FieldTypeof':
      throw malformed('unexpected token: TYPEOF');
  }
}

/** `FIELDS(ALL)` and its sisters. */
function allFields(scope: Scope, name: string, which: unknown): string[] {
  if (name.toUpperCase() !== 'FIELDS' || typeof which !== 'string') throw malformed(`unexpected token: ${name}`);
  const all = visibleFields(scope.org, scope.user, scope.object);
  const kind = which.toUpperCase();
  return all.filter(({ custom }) => kind === 'ALL' || custom === (kind === 'CUSTOM')).map(({ name: one }) => one);
}

function add(scope: Scope, tree: Tree, words: string): void {
  const { through, field } = pathOf(scope, words);
  let branch = tree;
  for (const link of through) {
    const name = link.relationshipName ?? link.name;
    const known = branch.get(name);
    const next: Tree = known && 'tree' in known ? known.tree : new Map();
    branch.set(name, { link: link.name, tree: next });
    branch = next;
  }
  if (branch.has(field.name)) throw malformed(`duplicate field selected: ${field.name}`);
  branch.set(field.name, { words: field.name });
}

type Given = { tree: Tree; version: Version; children: Children };

function show({ org, user, object }: Scope, { tree, version, children }: Given, row: Row): Record<string, unknown> {
  const told: Record<string, unknown> = { attributes: attributesOf(version, object, row) };
  for (const [name, one] of tree) {
    if ('subquery' in one) told[name] = children(one.subquery, row);
    else if ('tree' in one) {
      const other = org.any(row[one.link]);
      const kind = other && org.schema.objectOfId(String(other['Id']));
      const scope = kind && { org, user, object: kind, alias: undefined };
      told[name] = other && scope ? show(scope, { tree: one.tree, version, children }, other) : null;
    } else {
      const field = org.schema.field(object, one.words);
      told[name] = field ? shown(org, row, field) : null;
    }
  }
  return told;
}
