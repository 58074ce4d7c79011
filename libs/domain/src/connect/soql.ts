/** Names that a query may carry: those that describe gave. Nothing else ever becomes part of one. */
export type KnownNames = ReadonlySet<string>;

/** Thrown for a name that describe did not give: a mapping or a setting that somebody tampered with. */
export class UnknownSalesforceName extends Error {
  override readonly name = 'UnknownSalesforceName';
  readonly unknown: string;

  constructor(unknown: string) {
    super(`Salesforce has no field or object "${unknown.slice(0, 80)}" that this user may see.`);
    this.unknown = unknown;
  }
}

const NAME = /^[A-Za-z][A-Za-z0-9_]{0,79}$/;
const PATH = /^[A-Za-z][A-Za-z0-9_]{0,79}(?:\.[A-Za-z][A-Za-z0-9_]{0,79}){0,4}$/;

const ESCAPES: Record<string, string> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

/** A text as a literal of SOQL, with its quotes. NUL is no text there and is left out. */
export function soqlText(value: string): string {
  const safe = value.toWellFormed().replaceAll('\0', '');
  return `'${safe.replace(/[\\'"\n\r\t\b\f]/g, (sign) => ESCAPES[sign] ?? sign)}'`;
}

/** A text as part of a pattern of LIKE: % and _ are themselves. Without quotes around it. */
export function soqlPattern(value: string): string {
  return soqlText(value)
    .slice(1, -1)
    .replace(/[%_]/g, (sign) => `\\${sign}`);
}

/** A moment as a literal, to the second that stamps have. Milliseconds since 1970. */
export function soqlTime(ms: number): string {
  return `${new Date(Math.floor(ms / 1_000) * 1_000).toISOString().slice(0, 19)}Z`;
}

/** A stamp such as 2026-01-01T00:00:00.000+0000 in milliseconds since 1970; null for what is none. */
export function readStamp(text: unknown): number | null {
  if (typeof text !== 'string') return null;
  const ms = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(ms) ? null : ms;
}

/** An object or a field, if describe gave it. */
export function soqlName(name: string, known: KnownNames): string {
  if (!NAME.test(name) || !known.has(name)) throw new UnknownSalesforceName(name);
  return name;
}

/** A field, perhaps of a related record (Owner.Name), if describe gave it. */
export function soqlPath(path: string, known: KnownNames): string {
  if (!PATH.test(path) || !known.has(path)) throw new UnknownSalesforceName(path);
  return path;
}

export type SoqlValue = string | boolean | null | { time: number } | { id: string };

/** One condition of a query; conditions are joined by AND. */
export type SoqlCondition =
  | { field: string; is: '=' | '!=' | '<' | '<=' | '>' | '>='; value: SoqlValue }
  | { field: string; is: 'in'; value: readonly SoqlValue[] }
  | { field: string; is: 'contains'; value: string }
  | { any: readonly SoqlCondition[] }
  | { all: readonly SoqlCondition[] };

export interface SoqlQuery {
  object: string;
  fields: readonly string[];
  where: readonly SoqlCondition[];
  orderBy: readonly (string | { field: string; descending: true })[];
  limit: number;
}

/** A query out of parts, of which only the known names and escaped values get into it. */
export function soql({ object, fields, where, orderBy, limit }: SoqlQuery, known: KnownNames): string {
  const names = [...new Set(fields)].map((field) => soqlPath(field, known)).join(', ');
  const order = orderBy.map((by) =>
    typeof by === 'string' ? soqlPath(by, known) : `${soqlPath(by.field, known)} DESC NULLS LAST`,
  );
  return [
    `SELECT ${names} FROM ${soqlName(object, known)}`,
    ...(where.length > 0 ? [`WHERE ${where.map((one) => condition(one, known)).join(' AND ')}`] : []),
    ...(order.length > 0 ? [`ORDER BY ${order.join(', ')}`] : []),
    `LIMIT ${Math.max(1, Math.trunc(limit))}`,
  ].join(' ');
}

/** How many records there are. */
export function soqlCount({ object, where }: Pick<SoqlQuery, 'object' | 'where'>, known: KnownNames): string {
  const all = `SELECT COUNT() FROM ${soqlName(object, known)}`;
  return where.length === 0 ? all : `${all} WHERE ${where.map((one) => condition(one, known)).join(' AND ')}`;
}

function condition(one: SoqlCondition, known: KnownNames): string {
  if ('any' in one) return `(${one.any.map((part) => condition(part, known)).join(' OR ')})`;
  if ('all' in one) return `(${one.all.map((part) => condition(part, known)).join(' AND ')})`;
  const field = soqlPath(one.field, known);
  if (one.is === 'in') return `${field} IN (${one.value.map(literal).join(', ')})`;
  if (one.is === 'contains') return `${field} LIKE '%${soqlPattern(one.value)}%'`;
  return `${field} ${one.is} ${literal(one.value)}`;
}

function literal(value: SoqlValue): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return soqlText(value);
  return 'time' in value ? soqlTime(value.time) : soqlText(value.id);
}
