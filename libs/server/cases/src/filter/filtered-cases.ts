import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { permits, userIdOf, type Actor, type ConditionGroup } from '@bureau/contracts';
import { matches, planConditions, withoutHidden, type Asking, type Vocabulary } from '@bureau/domain';
import { Clock, Database, pageFrom, RawJson, statement, writeCursor, type Statement } from '@bureau/platform';
import { caseAccess, type AccessClause } from '../case/case-access.ts';
import { JOINS, SUMMARY } from '../case/case.statements.ts';
import { CaseFactsQueries } from '../condition/case-facts.queries.ts';
import { conditionSql } from '../condition/condition-sql.ts';
import { DeskHoursSource } from '../condition/desk-hours-source.ts';
import { Vocabularies } from '../condition/vocabularies.ts';
import { groupsOf } from './filter.policy.ts';
import { orderOf, type Sort, type SortedPlace } from './filter-order.ts';

/** Which cases are wanted. The conditions must have passed `checkConditions`. */
export interface Wanted {
  conditions: ConditionGroup;
  sort: Sort;
  after?: SortedPlace | undefined;
  limit: number;
  /** Statements of saved filters are prepared once for each shape; of previews there are too many. */
  named: boolean;
}

/** Counts stop here. */
export const COUNTED_AT_MOST = 1000;

/** Regular expressions are asked in memory: so many cases are looked at for one page, in pieces of this size. */
const SCANNED_AT_MOST = 2000;
const SCANNED_AT_ONCE = 200;

interface Where {
  /** All that must hold; {@link condition} and {@link access} are its parts. */
  sql: string;
  condition: string;
  access: AccessClause;
  values: unknown[];
  exact: boolean;
  asking: Asking;
  vocabulary: Vocabulary;
}

/** One part of the way through a list: the cases that are in it, and where to go on; null at the end. */
interface Stretch {
  found: SortedPlace[];
  next: SortedPlace | null;
}

/**
 * Cases by conditions, only those that the actor may see. Conditions that the database can answer take one statement.
 * With regular expressions it finds a superset in the list's order, and memory decides about each, a bounded number for
 * each page: a page may be short and still have a next one.
 */
@Injectable()
export class FilteredCases {
  constructor(
    private readonly database: Database,
    private readonly facts: CaseFactsQueries,
    private readonly vocabularies: Vocabularies,
    private readonly hours: DeskHoursSource,
    private readonly clock: Clock,
  ) {}

  /** A page of the contract `CaseSummary`. */
  async page(actor: Actor, wanted: Wanted): Promise<RawJson> {
    const where = await this.whereOf(actor, wanted.conditions);
    if (!where.exact) return this.scannedPage(where, wanted);
    const { key, by, ...place } = boundsOf(wanted, where);
    const text = `SELECT c.id, (${key})::text AS at, json_build_object(${SUMMARY})::text AS json
      FROM (SELECT * FROM cases c WHERE ${place.sql} ORDER BY ${by} LIMIT ${place.limit}) c ${JOINS} ORDER BY ${by}`;
    const rows = await this.database.rows<{ id: number; at: string; json: string }>(ask(text, wanted), place.values);
    return pageFrom(rows, wanted.limit);
  }

  /** How many there are, at most {@link COUNTED_AT_MOST}; `more` when there are more, or too many to look at all. */
  async count(actor: Actor, { conditions, named }: Pick<Wanted, 'conditions' | 'named'>) {
    const where = await this.whereOf(actor, conditions);
    if (!where.exact) {
      const sort: Sort = { field: 'activeAt', direction: 'desc' };
      const { found, next } = await this.scan(where, { conditions, sort, limit: COUNTED_AT_MOST, named });
      return { count: found.length, more: next !== null };
    }
    const text = `SELECT count(*) AS count FROM (${countable(where)} LIMIT ${COUNTED_AT_MOST + 1}) counted`;
    const row = await this.database.row<{ count: number }>(ask(text, { named }), where.values);
    const count = row?.count ?? 0;
    return { count: Math.min(count, COUNTED_AT_MOST), more: count > COUNTED_AT_MOST };
  }

  /** The places of the cases in order, at most `limit`; `next` where it goes on. */
  async places(actor: Actor, wanted: Wanted): Promise<Stretch> {
    return this.stretch(await this.whereOf(actor, wanted.conditions), wanted);
  }

  /** Where a case that the actor may see has its place in an order; undefined when there is none. */
  async placeOf(actor: Actor, caseId: number, sort: Sort): Promise<SortedPlace | undefined> {
    const access = caseAccess(actor, 2);
    const text = `SELECT c.id, (${orderOf(sort).key})::text AS at FROM cases c WHERE c.id = $1 AND ${access.sql}`;
    return this.database.row<{ id: number; at: string }>(ask(text, { named: true }), [caseId, ...access.values]);
  }

  /**
   * What conditions say as SQL on `c`, with placeholders from $1, for a statement that says itself whose cases these are; and
   * the order. Where the database alone cannot answer, the cases are looked through first, a bounded number.
   */
  async clause(
    actor: Actor,
    { conditions, sort }: Pick<Wanted, 'conditions' | 'sort'>,
  ): Promise<{ sql: string; values: unknown[]; order: string }> {
    const { by: order } = orderOf(sort);
    const where = await this.whereOf(actor, conditions);
    if (where.exact) return { sql: where.sql, values: where.values, order };
    const { found } = await this.scan(where, { conditions, sort, limit: COUNTED_AT_MOST, named: false });
    return { sql: 'c.id = ANY($1::bigint[])', values: [found.map(({ id }) => id)], order };
  }

  /** What the actor may see of what the conditions say, as SQL on `c` with placeholders from $1. */
  private async whereOf(actor: Actor, conditions: ConditionGroup): Promise<Where> {
    const vocabulary = await this.vocabularies.of(conditions);
    const asking = { ...this.askingOf(actor), ...(await this.hours.of(conditions)) };
    const asked = conditionSql(withoutHidden(conditions), { first: 1, asking, vocabulary });
    const access = caseAccess(actor, asked.values.length + 1);
    const living = permits(actor, 'cases:delete') ? [] : ['c.deleted_at IS NULL'];
    const condition = [asked.sql, ...living].join(' AND ');
    return {
      sql: `${condition} AND (${access.sql})`,
      condition,
      access,
      values: [...asked.values, ...access.values],
      exact: asked.exact,
      asking,
      vocabulary,
    };
  }

  private askingOf(actor: Actor): Asking {
    return { now: this.clock.now().getTime(), userId: userIdOf(actor) ?? null, groupIds: groupsOf(actor) };
  }

  private async stretch(where: Where, wanted: Wanted): Promise<Stretch> {
    if (!where.exact) return this.scan(where, wanted);
    const rows = await this.candidates(where, wanted);
    const found = rows.slice(0, wanted.limit);
    return { found, next: rows.length > wanted.limit ? (found.at(-1) ?? null) : null };
  }

  /** One more than `limit`, when there are. */
  private candidates(where: Where, wanted: Wanted): Promise<SortedPlace[]> {
    const { key, by, ...place } = boundsOf(wanted, where);
    const text = `SELECT c.id, (${key})::text AS at FROM cases c WHERE ${place.sql} ORDER BY ${by} LIMIT ${place.limit}`;
    return this.database.rows<{ id: number; at: string }>(ask(text, wanted), place.values);
  }

  /** Walks through the superset until there are enough, or enough has been looked at. */
  private async scan(where: Where, wanted: Wanted): Promise<Stretch> {
    const plan = planConditions(withoutHidden(wanted.conditions), { vocabulary: where.vocabulary }, where.asking);
    const found: SortedPlace[] = [];
    let after = wanted.after;
    for (let seen = 0; seen < SCANNED_AT_MOST; seen += SCANNED_AT_ONCE) {
      const rows = await this.candidates(where, { ...wanted, after, limit: SCANNED_AT_ONCE - 1 });
      const facts = await this.facts.load(rows.map(({ id }) => id));
      for (const place of rows) {
        const one = facts.get(place.id);
        if (!one || !matches(plan, one, where.asking)) continue;
        if (found.length === wanted.limit) return { found, next: found.at(-1) ?? null };
        found.push(place);
      }
      if (rows.length < SCANNED_AT_ONCE) return { found, next: null };
      after = rows.at(-1);
    }
    return { found, next: after ?? null };
  }

  private async scannedPage(where: Where, wanted: Wanted): Promise<RawJson> {
    const { found, next } = await this.scan(where, wanted);
    const rows = await this.database.rows<{ json: string }>(SUMMARIES, [found.map(({ id }) => id)]);
    const cursor = next === null ? 'null' : JSON.stringify(writeCursor(next));
    return new RawJson(`{"items":[${rows.map((row) => row.json).join(',')}],"next":${cursor}}`);
  }
}

const SUMMARIES = statement(
  'filters.summaries',
  `SELECT json_build_object(${SUMMARY})::text AS json FROM cases c ${JOINS}
   WHERE c.id = ANY($1::bigint[]) ORDER BY array_position($1::bigint[], c.id)`,
);

function boundsOf({ sort, after, limit }: Wanted, where: Where) {
  const { key, by, behind } = orderOf(sort);
  const first = where.values.length + 1;
  return {
    key,
    by,
    sql: after === undefined ? where.sql : `${where.sql} AND ${behind(`$${first}`, `$${first + 1}`)}`,
    limit: `$${after === undefined ? first : first + 2}::integer`,
    values: [...where.values, ...(after === undefined ? [] : [after.at, after.id]), limit + 1],
  };
}

function ask(text: string, { named }: { named: boolean }): Statement | string {
  return named ? statement(`filters.${createHash('sha1').update(text).digest('base64url').slice(0, 16)}`, text) : text;
}

/**
 * As many of the cases that the actor may see as a count wants to know of. Somebody restricted gets those of each of his
 * ways, each cut off: one that is common elsewhere and rare in his groups is not walked through.
 */
function countable({ sql, condition, access: { ways = [] } }: Where): string {
  if (ways.length === 0) return `SELECT FROM cases c WHERE ${sql}`;
  const found = ways.map(
    ({ key, of, rest }) => `SELECT way.id FROM unnest(${of}) AS asked (id) CROSS JOIN LATERAL (
      SELECT c.id FROM cases c WHERE ${key} = asked.id AND ${condition} AND ${rest} LIMIT ${COUNTED_AT_MOST + 1}) way`,
  );
  return `SELECT id FROM (${found.join(' UNION ')}) ways`;
}
