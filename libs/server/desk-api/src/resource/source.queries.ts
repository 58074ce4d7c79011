import { Injectable } from '@nestjs/common';
import { permits, type Actor } from '@bureau/contracts';
import { Database, statement, type Statement } from '@bureau/platform';
import { NotUnderstood, byNumber, type Condition } from './condition.ts';
import { members, Values, type Expression } from './sql.ts';
import type { Source } from './source.ts';

/** A query parameter and what was written there. */
export type Asked = [name: string, text: string];

interface PageWish {
  keys: Record<string, string>;
  languages: readonly string[];
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
    const counted = new Values(wish.narrowed?.values);
    const count = `SELECT count(*) AS total FROM ${tablesOf(source, wish.languages, counted)} WHERE ${conditionsOf(actor, source, wish, counted)}`;
    const [found, entries] = await Promise.all([
      this.database.row<{ total: number }>(isPlain(source, wish) ? prepared(count) : count, counted.list),
      this.entries(actor, source, wish),
    ]);
    return { total: found?.total ?? 0, entries };
  }

  /** The same without counting what else there is. */
  async entries(actor: Actor, source: Source, wish: PageWish): Promise<string[]> {
    const values = new Values(wish.narrowed?.values);
    const from = tablesOf(source, wish.languages, values);
    const order = orderOf(actor, source, wish, values);
    const rows = `SELECT (${entryOf(actor, source, wish, values)})::text AS json
      FROM ${from} JOIN (
        SELECT ${source.id} AS id FROM ${from} WHERE ${conditionsOf(actor, source, wish, values)}
        ORDER BY ${order} LIMIT ${wish.limit} OFFSET ${wish.offset}) page ON ${source.id} = page.id
      WHERE ${namedBy(actor, source, wish.keys, values)} ORDER BY ${order}`;
    const isFirst = wish.offset === 0 && USUAL_LIMITS.includes(wish.limit);
    const sql = isPlain(source, wish) && isFirst ? prepared(rows) : rows;
    return (await this.database.rows<{ json: string }>(sql, values.list)).map(({ json }) => json);
  }

  /** The entry that an address names, as JSON text; undefined when there is none for this actor. */
  async entry(
    actor: Actor,
    source: Source,
    { keys, embeds = [], languages = [] }: { keys: Record<string, string> } & Partial<Shown>,
  ): Promise<string | undefined> {
    const values = new Values();
    const from = tablesOf(source, languages, values);
    const entry = entryOf(actor, source, { embeds, languages }, values);
    const where = conditionsOf(actor, source, { keys, filters: [] }, values);
    const sql = `SELECT (${entry})::text AS json FROM ${from} WHERE ${where} LIMIT 1`;
    return (await this.database.row<{ json: string }>(embeds.length === 0 ? prepared(sql) : sql, values.list))?.json;
  }

  /** The number of the row that an address names; undefined when there is none for this actor. */
  async find(actor: Actor, source: Source, keys: Record<string, string>): Promise<number | undefined> {
    const values = new Values();
    const where = conditionsOf(actor, source, { keys, filters: [] }, values);
    const sql = `SELECT ${source.id} AS id FROM ${tablesOf(source, [], values)} WHERE ${where} LIMIT 1`;
    return (await this.database.row<{ id: number }>(prepared(sql), values.list))?.id;
  }
}

type Shown = Pick<PageWish, 'embeds' | 'languages'>;

function tablesOf({ from }: Source, languages: readonly string[], { bind }: Values): string {
  return typeof from === 'string' ? from : from(`${bind(languages)}::text[]`);
}

/** Nothing is asked of it but what every caller asks. */
function isPlain(source: Source, { embeds, filters, narrowed }: PageWish): boolean {
  return !narrowed && embeds.length === 0 && !filters.some(([name]) => filterOf(source, name));
}

/** As asked, else as what narrows it has it, else the source's own. Who walks by ids gets them in order. */
function orderOf(actor: Actor, source: Source, { sort, filters, narrowed }: PageWish, values: Values): string {
  const { field, isDescending } = sort;
  const isWalk = filters.some(([name]) => name === 'since_id');
  if (field === undefined && narrowed?.order !== undefined && !isWalk) return narrowed.order;
  const direction = isDescending ? 'DESC' : 'ASC';
  const [first = source.id] = Object.values(source.sorts);
  const sorted = isWalk ? source.id : field === undefined ? first : (source.sorts[field] ?? first);
  const lead = source.lead && !isWalk ? `${source.lead(actor, values)}, ` : '';
  return `${lead}${sorted} ${direction}, ${source.id} ${direction}`;
}

/** Written into the statement: a plan for any number of entries would be one for a tenth of the table. */
const USUAL_LIMITS: readonly number[] = [50, 100];

const known = new Map<string, Statement>();

/** A statement that is asked again and again. What callers combine as they like is not: there is no end to it. */
function prepared(text: string): Statement {
  const found = known.get(text) ?? statement(`desk-api.${known.size}`, text);
  known.set(text, found);
  return found;
}

/** Of every source. Who asks `since_id` walks up from it, and restarts with the last id that he saw. */
function everySource({ id }: Source): Record<string, Condition> {
  return { since_id: byNumber(`${id} > $`), max_id: byNumber(`${id} <= $`) };
}

function conditionsOf(
  actor: Actor,
  source: Source,
  { keys, filters, narrowed }: Pick<PageWish, 'keys' | 'filters' | 'narrowed'>,
  values: Values,
): string {
  const { bind } = values;
  const asked = filters.flatMap(([name, text]) => {
    const condition = filterOf(source, name);
    return condition && text !== '' ? [written(name, () => condition(text, bind, actor))] : [];
  });
  const named = namedBy(actor, source, keys, values);
  return [source.where, narrowed?.sql ?? 'true', named, ...asked, values.seenBy(actor, source.access)]
    .map((part) => `(${part})`)
    .join(' AND ');
}

/** What the address says. Said again of what a page is joined to, for sources that have no index of their own. */
function namedBy(actor: Actor, source: Source, keys: Record<string, string>, { bind }: Values): string {
  const named = Object.entries(keys).flatMap(([name, text]) => source.keys[name]?.(text, bind, actor) ?? []);
  return ['true', ...named].map((part) => `(${part})`).join(' AND ');
}

function filterOf(source: Source, name: string): Condition | undefined {
  const filters = { ...everySource(source), ...source.filters };
  if (Object.hasOwn(filters, name)) return filters[name];
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

function entryOf(actor: Actor, source: Source, { embeds, languages }: Shown, values: Values): string {
  const embedded = embeds.flatMap((name): [string, string][] => {
    const embed = Object.hasOwn(source.embeds ?? {}, name) ? source.embeds?.[name] : undefined;
    if (!embed) return [];
    return [[name, permits(actor, embed.allow) ? embeddedOf(actor, embed, { languages, values }) : 'NULL']];
  });
  return `json_build_object(${members({
    ...ownMembers(actor, source, values),
    ...(embedded.length > 0 ? { _embedded: `json_build_object(${members(Object.fromEntries(embedded))})` } : {}),
  })})`;
}

function embeddedOf(
  actor: Actor,
  { source, on }: { source: Source; on: string },
  { languages, values }: { languages: readonly string[]; values: Values },
): string {
  const from = tablesOf(source, languages, values);
  const entry = `json_build_object(${members(ownMembers(actor, source, values))})`;
  const seen = values.seenBy(actor, source.access);
  return `(SELECT ${entry} FROM ${from} WHERE (${on}) AND (${source.where}) AND (${seen}) LIMIT 1)`;
}

function ownMembers(actor: Actor, source: Source, values: Values): Record<string, string> {
  const written = (expressions: Record<string, Expression>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(expressions).map(([name, sql]) => [name, typeof sql === 'string' ? sql : sql(actor, values)]),
    );
  return { ...written(source.members), _links: `json_build_object(${members(written(source.links))})` };
}
