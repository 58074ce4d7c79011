import { Injectable } from '@nestjs/common';
import { permits, userIdOf, type Actor } from '@bureau/contracts';
import { caseAccess } from '@bureau/identity';
import { Database } from '@bureau/platform';
import { NotUnderstood, byNumber, type Condition } from './condition.ts';
import { CASE_IS_SEEN, members, READER, READER_MANAGES_USERS, type Bind } from './sql.ts';
import type { Source } from './source.ts';

/** A query parameter and what was written there. */
export type Asked = [name: string, text: string];

export interface PageWish {
  keys: Record<string, string>;
  filters: Asked[];
  embeds: string[];
  /** Without a field: in the order that there is. */
  sort: { field: string | undefined; isDescending: boolean };
  limit: number;
  offset: number;
  /** What else holds of the rows that are wanted. */
  narrowed?: Narrowing | undefined;
}

/** A condition that takes asking; its placeholders begin at $1. */
export interface Narrowing {
  sql: string;
  values: unknown[];
  /** The order that nobody asked for, instead of the source's own. */
  order?: string;
}

/** A parameter of the query has a value that means nothing there. */
export class WrongParameter extends Error {
  constructor(readonly parameter: string) {
    super(`${parameter} is not understood.`);
  }
}

/** Reads any source: the one place where its parts become a statement. Every value is bound, every name comes from the source. */
@Injectable()
export class SourceQueries {
  constructor(private readonly database: Database) {}

  /** A page of entries as JSON texts, and how many there are in all. Throws {@link WrongParameter}. */
  async page(actor: Actor, source: Source, wish: PageWish): Promise<{ total: number; entries: string[] }> {
    const { narrowed } = wish;
    const [counted, values] = [new Values(narrowed?.values), new Values(narrowed?.values)];
    const count = `SELECT count(*) AS total FROM ${source.from} WHERE ${conditionsOf(actor, source, wish, counted)}`;
    const order = orderOf(source, wish);
    const rows = `SELECT (${entryOf(actor, source, wish.embeds, values)})::text AS json
      FROM ${source.from} JOIN (
        SELECT ${source.id} AS id FROM ${source.from} WHERE ${conditionsOf(actor, source, wish, values)}
        ORDER BY ${order} LIMIT ${values.bind(wish.limit)} OFFSET ${values.bind(wish.offset)}) page ON ${source.id} = page.id
      ORDER BY ${order}`;
    const [found, entries] = await Promise.all([
      this.database.row<{ total: number }>(forReader(actor, count, counted), counted.list),
      this.database.rows<{ json: string }>(forReader(actor, rows, values), values.list),
    ]);
    return { total: found?.total ?? 0, entries: entries.map(({ json }) => json) };
  }

  /** The entry that an address names, as JSON text; undefined when there is none for this actor. */
  async entry(
    actor: Actor,
    source: Source,
    { keys, embeds = [] }: { keys: Record<string, string>; embeds?: string[] },
  ): Promise<string | undefined> {
    const values = new Values();
    const entry = entryOf(actor, source, embeds, values);
    const where = conditionsOf(actor, source, { keys, filters: [] }, values);
    const sql = `SELECT (${entry})::text AS json FROM ${source.from} WHERE ${where} LIMIT 1`;
    return (await this.database.row<{ json: string }>(forReader(actor, sql, values), values.list))?.json;
  }

  /** The number of the row that an address names; undefined when there is none for this actor. */
  async find(actor: Actor, source: Source, keys: Record<string, string>): Promise<number | undefined> {
    const values = new Values();
    const where = conditionsOf(actor, source, { keys, filters: [] }, values);
    const sql = `SELECT ${source.id} AS id FROM ${source.from} WHERE ${where} LIMIT 1`;
    return (await this.database.row<{ id: number }>(forReader(actor, sql, values), values.list))?.id;
  }
}

/** The values of a statement, in the order of their placeholders. */
class Values {
  readonly list: unknown[];
  readonly bind: Bind = (value) => `$${this.list.push(value)}`;

  constructor(first: readonly unknown[] = []) {
    this.list = [...first];
  }
}

/** As asked, else as what narrows it has it, else the source's own. Who walks by ids gets them in order. */
function orderOf(source: Source, { sort, filters, narrowed }: PageWish): string {
  const { field, isDescending } = sort;
  const isWalk = filters.some(([name]) => name === 'since_id');
  if (field === undefined && narrowed?.order !== undefined && !isWalk) return narrowed.order;
  const direction = isDescending ? 'DESC' : 'ASC';
  const [first = source.id] = Object.values(source.sorts);
  const sorted = isWalk ? source.id : field === undefined ? first : (source.sorts[field] ?? first);
  const lead = source.lead === undefined || isWalk ? '' : `${source.lead}, `;
  return `${lead}${sorted} ${direction}, ${source.id} ${direction}`;
}

/** Of every source. Who asks `since_id` walks up from it, and restarts with the last id that he saw. */
function everySource({ id }: Source): Record<string, Condition> {
  return { since_id: byNumber(`${id} > $`), max_id: byNumber(`${id} <= $`) };
}

function conditionsOf(
  actor: Actor,
  source: Source,
  { keys, filters, narrowed }: Pick<PageWish, 'keys' | 'filters' | 'narrowed'>,
  { bind, list }: Values,
): string {
  const named = Object.entries(keys).flatMap(([name, text]) => source.keys[name]?.(text, bind) ?? []);
  const asked = filters.flatMap(([name, text]) => {
    const condition = filterOf(source, name);
    return condition && text !== '' ? [written(name, () => condition(text, bind))] : [];
  });
  const access = source.access(actor, list.length + 1);
  list.push(...access.values);
  return [source.where, narrowed?.sql ?? 'true', ...named, ...asked, access.sql]
    .map((part) => `(${part})`)
    .join(' AND ');
}

function filterOf(source: Source, name: string): Condition | undefined {
  const known = { ...everySource(source), ...source.filters };
  if (Object.hasOwn(known, name)) return known[name];
  const [beginning, make] = Object.entries(source.openFilters ?? {}).find(([start]) => name.startsWith(start)) ?? [];
  return beginning === undefined ? undefined : make?.(name.slice(beginning.length));
}

function written(parameter: string, condition: () => string): string {
  try {
    return condition();
  } catch (error) {
    if (error instanceof NotUnderstood) throw new WrongParameter(parameter);
    throw error;
  }
}

function entryOf(actor: Actor, source: Source, embeds: string[], values: Values): string {
  const embedded = embeds.flatMap((name): [string, string][] => {
    const embed = Object.hasOwn(source.embeds ?? {}, name) ? source.embeds?.[name] : undefined;
    if (!embed) return [];
    return [[name, permits(actor, embed.allow) ? embeddedOf(actor, embed, values) : 'NULL']];
  });
  return `json_build_object(${members({
    ...source.members,
    _links: `json_build_object(${members(source.links)})`,
    ...(embedded.length > 0 ? { _embedded: `json_build_object(${members(Object.fromEntries(embedded))})` } : {}),
  })})`;
}

/** What stands for the reader becomes who he is. */
function forReader(actor: Actor, text: string, { bind, list }: Values): string {
  const put = (said: string, mark: string, make: () => string) =>
    said.includes(mark) ? said.replaceAll(mark, make()) : said;
  const seen = put(text, CASE_IS_SEEN, () => {
    const access = caseAccess(actor, list.length + 1);
    list.push(...access.values);
    return access.sql;
  });
  const managing = put(seen, READER_MANAGES_USERS, () => `${bind(permits(actor, 'users:manage'))}::boolean`);
  return put(managing, READER, () => `${bind(userIdOf(actor) ?? null)}::bigint`);
}

function embeddedOf(actor: Actor, { source, on }: { source: Source; on: string }, { list }: Values): string {
  const access = source.access(actor, list.length + 1);
  list.push(...access.values);
  const entry = `json_build_object(${members({ ...source.members, _links: `json_build_object(${members(source.links)})` })})`;
  return `(SELECT ${entry} FROM ${source.from} WHERE (${on}) AND (${source.where}) AND (${access.sql}) LIMIT 1)`;
}
