import type { Actor } from '@bureau/contracts';
import type { AccessClause } from '@bureau/identity';

/** Adds a value to a statement and gives its placeholder. */
export type Bind = (value: unknown) => string;

/** The values of a statement, in the order of their placeholders. */
export class Values {
  readonly list: unknown[];
  readonly bind: Bind = (value) => `$${this.list.push(value)}`;

  constructor(first: readonly unknown[] = []) {
    this.list = [...first];
  }

  /** The condition of what an actor sees. */
  seenBy(actor: Actor, access: (actor: Actor, first: number) => AccessClause): string {
    const { sql, values } = access(actor, this.list.length + 1);
    this.list.push(...values);
    return sql;
  }
}

/** SQL, or how it is made for whoever reads. */
export type Expression = string | ((actor: Actor, values: Values) => string);

/** SQL of a JSON text. What is written so need not be asked for its type, row by row. */
export interface JsonText {
  json: Expression;
  /** It is never NULL. */
  isSure?: true;
}

/** A value as PostgreSQL writes it as JSON, or the text itself. */
export type Member = Expression | JsonText;

/** How clients know times: to the second, in UTC. */
export function time(column: string): JsonText {
  return { json: `to_char(${column} AT TIME ZONE 'UTC', '\\"YYYY-MM-DD"T"HH24:MI:SS"Z\\""')` };
}

/** As {@link time}, for a part of an expression. */
export function timeOf(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
}

/** A number, or yes or no: PostgreSQL writes them as JSON does. */
export function plain(column: string): JsonText {
  return { json: `(${column})::text` };
}

/** One of the words of the program: nothing that JSON would write otherwise. */
export function word(column: string): JsonText {
  return { json: `'"' || ${column} || '"'` };
}

/** A JSON text that no row is without: nobody has to look whether it is NULL. */
export function sure(text: Member): JsonText {
  return { ...asJson(text), isSure: true };
}

/**
 * An address below /api/v2 with expressions in braces, `/cases/{c.id}/replies`; NULL where one of them is. They are ids and
 * codes: nothing that JSON would write otherwise.
 */
export function href(address: string): string {
  return joined(partsOf(address));
}

/** A link as JSON text; NULL where its {@link href} is. `kind` is the class of what it leads to, of an entry where that is a list. */
export function link(address: string, kind: string): string {
  return linkOf(address, quoted(kind));
}

/** As {@link link}, with the class as an expression: one of the words of the program. */
export function linkOf(address: string, kind: string): string {
  return joined([quoted('{"href":"'), ...partsOf(address), quoted('","class":"'), kind, quoted('"}')]);
}

/** As {@link link}, to a list of which the number of entries is known. */
export function linkCounted(address: string, kind: string, count: string): string {
  return joined([quoted('{"href":"'), ...partsOf(address), quoted(`","class":"${kind}","count":`), count, quoted('}')]);
}

/** Parts of a text that is put together in a statement. */
export type Parts = readonly Expression[];

/**
 * A JSON object as text, between its braces: `values` as PostgreSQL writes them as JSON, or `texts`, which are JSON text
 * already, or NULL. It is put together as text: json_build_object asks the type of each part again for each row, and takes
 * twice as long.
 */
export function membersOf(values: Record<string, Member>, texts: Record<string, Member> = {}): Parts {
  const members = [
    ...Object.entries(values).map(([name, value]) => [name, jsonOf(value)] as const),
    ...Object.entries(texts).map(([name, text]) => [name, asJson(text)] as const),
  ];
  const parts = members.flatMap(([name, text], index) => [
    quoted(`${index === 0 ? '' : ','}"${name}":`),
    written(text),
  ]);
  return joinedParts(parts);
}

/** A member as JSON text, or NULL. */
export function jsonOf(member: Member): JsonText {
  return isJsonText(member) ? member : { json: changed(member, valueText) };
}

/** A member that is JSON text, as links are. */
export function asJson(text: Member): JsonText {
  return isJsonText(text) ? text : { json: text };
}

function isJsonText(member: Member): member is JsonText {
  return typeof member === 'object';
}

/** A text of the program itself, as it stands in a statement. */
export const quoted = (text: string): string => `'${text}'`;

/** The statement's expression for a text of such parts. */
export function sqlOf(parts: Parts, actor: Actor, values: Values): string {
  return parts.map((part) => (typeof part === 'string' ? part : part(actor, values))).join(' || ');
}

/** Parts that nobody has to be asked for become one. */
export function joinedParts(parts: Parts): Parts {
  const few: Expression[] = [];
  for (const part of parts) {
    const last = few.at(-1);
    if (typeof last === 'string' && typeof part === 'string') few.splice(-1, 1, joined([last, part]));
    else few.push(part);
  }
  return few;
}

function partsOf(address: string): string[] {
  const parts = `/api/v2${address}`.split(/[{}]/);
  return parts.map((part, index) => (index % 2 === 0 ? quoted(part) : part));
}

/** A text that stands in the statement has no type yet. */
function valueText(value: string): string {
  return `to_json(${LITERAL.test(value) ? `${value}::text` : value})::text`;
}

function written({ json, isSure }: JsonText): Expression {
  return isSure ? json : changed(json, (text) => `coalesce(${text}, 'null')`);
}

function changed(expression: Expression, change: (sql: string) => string): Expression {
  if (typeof expression === 'string') return change(expression);
  return (actor, values) => change(expression(actor, values));
}

const LITERAL = /^'[^']*'$/;
/** What ends, or begins, with a literal: an expression before it would have bound it otherwise. */
const [LITERAL_AT_END, LITERAL_AT_START] = [/(^|\|\| )'[^']*'$/, /^'[^']*'( \|\||$)/];

/** Texts that stand next to each other become one. */
function joined(parts: readonly string[]): string {
  return parts.reduce((before, part) =>
    LITERAL_AT_END.test(before) && LITERAL_AT_START.test(part)
      ? before.slice(0, -1) + part.slice(1)
      : `${before} || ${part}`,
  );
}

/** Empty text is null to clients. */
export function textOrNull(column: string): string {
  return `nullif(${column}, '')`;
}

/**
 * Every field that is defined for the owner, with the value that the row has or null. Numbers are strings and dates times
 * of day, as the recorded answers have them. What has no value at all, as most rows, is written once for all of them.
 */
export function customFields(owner: 'case' | 'customer' | 'company', values: string): string {
  const fields = (value: string) =>
    `(SELECT coalesce(json_object_agg(f.key, ${value} ORDER BY f.position, f.id), '{}')
      FROM custom_fields f WHERE f.owner = '${owner}')`;
  return `CASE WHEN ${values} = '{}' THEN ${fields('NULL')} ELSE ${fields(`CASE f.type
      WHEN 'integer' THEN to_json(${values} ->> f.key)
      WHEN 'date' THEN to_json((${values} ->> f.key) || 'T00:00:00Z')
      ELSE (${values} -> f.key)::json END`)} END`;
}
