import { Injectable } from '@nestjs/common';
import { permits, type Actor } from '@bureau/contracts';
import { Database, statement, type Statement } from '@bureau/platform';
import { changedSince, CountQueries } from './count.queries.ts';
import { NotUnderstood, byNumber, type Condition } from './condition.ts';
import { joinedParts, membersOf, quoted, sqlOf, Values, type Bind, type Parts } from './sql.ts';
import type { Source } from './source.ts';

/** A query parameter and what was written there. */
export type Asked = [name: string, text: string];

export interface PageWish {
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
  /** As far as the rows are complete. */
  bounds?: Bound[];
  /** What else is asked in the same breath. */
  asides?: Bound[];
  /** Where the page before ended. What is listed comes after it; `offset` then says how many were seen. */
  after?: Place | undefined;
}

/** An expression with values: a condition of what is listed and counted, or what is asked beside. */
export type Bound = (bind: Bind) => string;

/** A place in the order of a list: what it is sorted by, and the id. */
export interface Place {
  at: string;
  id: number;
}

/** An entry as JSON text, and where it stands. */
export interface Listed {
  json: string;
  /** Null where it has no value that it could be sorted by. */
  at: string | null;
  id: number;
}

export interface Reading {
  entries: Listed[];
  /** The answers to what was asked beside them, as text; none where there are no entries. */
  asides: (string | null)[];
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
  constructor(
    private readonly database: Database,
    private readonly counts: CountQueries,
  ) {}

  /** A page of entries, and how many there are in all. Throws {@link WrongParameter}. */
  async page(actor: Actor, source: Source, wish: PageWish): Promise<Reading & { total: number }> {
    const values = new Values(wish.narrowed?.values);
    const sql = `SELECT count(*) AS total FROM ${tablesOf(source, wish.languages, values)} WHERE ${conditionsOf(actor, source, wish, values)}`;
    const count = isPlain(source, wish) ? prepared(sql) : sql;
    const isWhole = values.list.length === 0;
    if (isWhole && source.countedBy && typeof count !== 'string') return this.pageOfAll(actor, source, { wish, count });
    const [counted, read] = await Promise.all([
      this.database.row<{ total: number }>(count, values.list),
      this.read(actor, source, wish),
    ]);
    return { total: counted?.total ?? 0, ...read };
  }

  /** The number is known until something changes; whether it has is asked with the page. */
  private async pageOfAll(
    actor: Actor,
    source: Source,
    { wish, count }: { wish: PageWish; count: Statement },
  ): Promise<Reading & { total: number }> {
    const last = this.counts.last(count);
    const asides = [changedSince(source.countedBy ?? [], last), ...(wish.asides ?? [])];
    const read = await this.read(actor, source, { ...wish, asides });
    const [changed, ...others] = read.asides;
    const total = last && changed === 'false' ? last.total : await this.counts.total(count);
    return { ...read, total, asides: others };
  }

  /** The same without counting what else there is. */
  async read(actor: Actor, source: Source, wish: PageWish): Promise<Reading> {
    const values = new Values(wish.narrowed?.values);
    const from = tablesOf(source, wish.languages, values);
    const order = orderOf(actor, source, wish, values);
    const rows = `SELECT ${entryOf(actor, source, wish, values)} AS json, ${source.id} AS id, (${sortedBy(source, wish)})::text AS at
      FROM ${from} JOIN (
        SELECT ${source.id} AS id FROM ${from} WHERE ${conditionsOf(actor, source, wish, values)} AND ${afterOf(source, wish, values)}
        ORDER BY ${order} LIMIT ${wish.limit} OFFSET ${wish.after ? 0 : wish.offset}) page ON ${source.id} = page.id
      WHERE ${namedBy(actor, source, wish.keys, values)} ORDER BY ${order}`;
    const asides = (wish.asides ?? []).map((aside) => `(${aside(values.bind)})::text`);
    // With the first row: nothing is said again with each of a hundred.
    const together = `SELECT entries.*, CASE WHEN row_number() OVER () = 1 THEN ARRAY[${asides.join(', ')}]::text[] END AS asides
      FROM (${rows}) entries`;
    const isFirst = wish.offset === 0 && USUAL_LIMITS.includes(wish.limit);
    const sql = isPlain(source, wish) && isFirst ? prepared(together) : together;
    const entries = await this.database.rows<Listed & { asides: (string | null)[] | null }>(sql, values.list);
    return { entries, asides: entries[0]?.asides ?? [] };
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
    const sql = `SELECT ${entry} AS json FROM ${from} WHERE ${where} LIMIT 1`;
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
function isPlain(source: Source, { embeds, filters, narrowed, after }: PageWish): boolean {
  return !narrowed && !after && embeds.length === 0 && !filters.some(([name]) => filterOf(source, name));
}

const isWalk = ({ filters }: PageWish): boolean => filters.some(([name]) => name === 'since_id');

/** What a list is sorted by, before its ids: as asked, else the source's own. Who walks by ids gets them in order. */
function sortedBy(source: Source, wish: PageWish): string {
  const { field } = wish.sort;
  const [first = source.id] = Object.values(source.sorts);
  if (isWalk(wish)) return source.id;
  return field === undefined ? first : (source.sorts[field] ?? first);
}

function afterOf(source: Source, wish: PageWish, { bind }: Values): string {
  if (!wish.after) return 'true';
  const { at, id } = wish.after;
  return `(${sortedBy(source, wish)}, ${source.id}) ${wish.sort.isDescending ? '<' : '>'} (${bind(at)}, ${bind(id)})`;
}

/** As {@link sortedBy}; where nothing was asked, as what narrows it has it. */
function orderOf(actor: Actor, source: Source, wish: PageWish, values: Values): string {
  const { sort, narrowed } = wish;
  if (sort.field === undefined && narrowed?.order !== undefined && !isWalk(wish)) return narrowed.order;
  const direction = sort.isDescending ? 'DESC' : 'ASC';
  const lead = source.lead && !isWalk(wish) ? `${source.lead(actor, values)}, ` : '';
  return `${lead}${sortedBy(source, wish)} ${direction}, ${source.id} ${direction}`;
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
  { keys, filters, narrowed, bounds = [] }: Pick<PageWish, 'keys' | 'filters' | 'narrowed' | 'bounds'>,
  values: Values,
): string {
  const { bind } = values;
  const asked = filters.flatMap(([name, text]) => {
    const condition = filterOf(source, name);
    return condition && text !== '' ? [written(name, () => condition(text, bind, actor))] : [];
  });
  const named = namedBy(actor, source, keys, values);
  const bounded = bounds.map((bound) => bound(bind));
  return [source.where, narrowed?.sql ?? 'true', named, ...asked, ...bounded, values.seenBy(actor, source.access)]
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
  const own = ownPartsOf(source);
  if (embedded.length === 0) return sqlOf([quoted('{'), ...own, quoted('}')], actor, values);
  const embedding = membersOf({}, Object.fromEntries(embedded));
  return sqlOf([quoted('{'), ...own, quoted(',"_embedded":{'), ...embedding, quoted('}}')], actor, values);
}

function embeddedOf(
  actor: Actor,
  { source, on }: { source: Source; on: string },
  { languages, values }: { languages: readonly string[]; values: Values },
): string {
  const from = tablesOf(source, languages, values);
  const entry = sqlOf([quoted('{'), ...ownPartsOf(source), quoted('}')], actor, values);
  const seen = values.seenBy(actor, source.access);
  return `(SELECT ${entry} FROM ${from} WHERE (${on}) AND (${source.where}) AND (${seen}) LIMIT 1)`;
}

const ownParts = new WeakMap<Source, Parts>();

/** The members of an entry and its links. They are the same for everybody but for what an actor is asked for. */
function ownPartsOf(source: Source): Parts {
  const { members, links } = source;
  const known = ownParts.get(source);
  if (known) return known;
  const parts = joinedParts([
    ...membersOf(members),
    quoted(`${Object.keys(members).length > 0 ? ',' : ''}"_links":{`),
    ...membersOf({}, links),
    quoted('}'),
  ]);
  ownParts.set(source, parts);
  return parts;
}
