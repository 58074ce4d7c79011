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

/** How clients know times: to the second, in UTC. */
export function time(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
}

/** An address below /api/v2 with expressions in braces, `/cases/{c.id}/replies`; NULL where one of them is. */
export function href(address: string): string {
  const parts = `/api/v2${address}`.split(/[{}]/);
  return parts
    .map((part, index) => (index % 2 === 0 ? `'${part}'` : part))
    .filter((part) => part !== "''")
    .join(' || ');
}

/** A link to what is always there. `kind` is the class of what it leads to, of an entry where that is a list. */
export function link(address: string, kind: string): string {
  return linkOf(address, `'${kind}'`);
}

/** As {@link link}, with the class as an expression. */
export function linkOf(address: string, kind: string): string {
  return `json_build_object('href', ${href(address)}, 'class', ${kind})`;
}

/** As {@link link}, to a list of which the number of entries is known. */
export function linkCounted(address: string, kind: string, count: string): string {
  return `json_build_object('href', ${href(address)}, 'class', '${kind}', 'count', ${count})`;
}

/** As {@link link}; null where the expression in the address is. */
export function linkIfAny(address: string, kind: string): string {
  return `CASE WHEN ${href(address)} IS NOT NULL THEN ${link(address, kind)} END`;
}

/** Members of an object: names and expressions. */
export function members(expressions: Record<string, string>): string {
  return Object.entries(expressions)
    .map(([name, expression]) => `'${name}', ${expression}`)
    .join(', ');
}

/** Empty text is null to clients. */
export function textOrNull(column: string): string {
  return `nullif(${column}, '')`;
}

/**
 * Every field that is defined for the owner, with the value that the row has or null. Numbers are strings and dates times
 * of day, as the recorded answers have them.
 */
export function customFields(owner: 'case' | 'customer' | 'company', values: string): string {
  return `(SELECT coalesce(json_object_agg(f.key, CASE f.type
      WHEN 'integer' THEN to_json(${values} ->> f.key)
      WHEN 'date' THEN to_json((${values} ->> f.key) || 'T00:00:00Z')
      ELSE (${values} -> f.key)::json END ORDER BY f.position, f.id), '{}')
    FROM custom_fields f WHERE f.owner = '${owner}')`;
}
