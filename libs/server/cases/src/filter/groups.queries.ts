import { Injectable } from '@nestjs/common';
import type { Actor, CaseGroup, Condition, Conditions, ConditionGroup, FilterGrouping } from '@bureau/contracts';
import { CaseStatus, Channel } from '@bureau/contracts';
import { checkConditions, vocabularyOf, type ReferenceTo } from '@bureau/domain';
import { Database, InvalidInput, statement } from '@bureau/platform';
import type { StoredFilter } from './filter.repository.ts';
import { COUNTED_AT_MOST, FilteredCases } from './filtered-cases.ts';
import { NamesQueries } from './names.queries.ts';

/** What a list is divided by: the field that a heading narrows it to, and where its value is. */
const GROUPINGS: Record<FilterGrouping, { field: string; sql: string; words?: readonly string[]; to?: ReferenceTo }> = {
  status: { field: 'case.status', sql: 'c.status', words: CaseStatus.options },
  priority: { field: 'case.priority', sql: 'c.priority', words: ['10', '9', '8', '7', '6', '5', '4', '3', '2', '1'] },
  channel: { field: 'case.channel', sql: 'c.channel', words: Channel.options },
  assignee: { field: 'case.assignee', sql: 'c.assignee_id', to: 'user' },
  group: { field: 'case.group', sql: 'c.group_id', to: 'group' },
  brand: { field: 'case.brand', sql: 'c.brand_id', to: 'brand' },
  company: {
    field: 'company.id',
    sql: '(SELECT p.company_id FROM customers p WHERE p.id = c.customer_id)',
    to: 'company',
  },
};

/** The headings of grouped lists. */
@Injectable()
export class GroupsQueries {
  constructor(
    private readonly database: Database,
    private readonly cases: FilteredCases,
    private readonly names: NamesQueries,
  ) {}

  /** Counted among the first thousand cases of the filter; `more`: there are others behind them. */
  async of(actor: Actor, filter: StoredFilter): Promise<{ items: CaseGroup[]; more: boolean }> {
    if (filter.groupBy === null) return { items: [], more: false };
    const { sql, to, words } = GROUPINGS[filter.groupBy];
    const wanted = { conditions: filter.conditions, sort: filter.sort, limit: COUNTED_AT_MOST, named: true };
    const { found, next } = await this.cases.places(actor, wanted);
    const rows = await this.database.rows<{ key: string | null; count: number }>(
      statement(
        `filters.groups-${filter.groupBy}`,
        `SELECT (${sql})::text AS key, count(*) AS count FROM cases c WHERE c.id = ANY($1::bigint[]) GROUP BY 1`,
      ),
      [found.map(({ id }) => id)],
    );
    const nameOf = await this.names.of(
      actor,
      to ? rows.flatMap(({ key }) => (key ? [{ to, id: Number(key) }] : [])) : [],
    );
    const items = rows.map(({ key, count }) => {
      const name = key === null ? null : to ? (nameOf(to, Number(key)) ?? `${to} ${key}`) : key;
      return { key: key ?? 'none', name, count };
    });
    return { items: items.toSorted(inOrderOf(words)), more: next !== null };
  }
}

/** Words in their own order, names by the alphabet, and those without one last. */
function inOrderOf(words: readonly string[] | undefined) {
  const rank = ({ key, name }: CaseGroup) => (name === null ? Infinity : (words?.indexOf(key) ?? 0));
  return (a: CaseGroup, b: CaseGroup) =>
    rank(a) === rank(b) ? (a.name ?? '').localeCompare(b.name ?? '', 'en') : rank(a) - rank(b);
}

/** The conditions of a filter, and the one that makes one of its groups. Throws request.invalid for a group of another. */
export function narrowToGroup({ conditions, groupBy }: StoredFilter, key: string): ConditionGroup {
  if (groupBy === null) throw notOfThisFilter();
  const { field, words } = GROUPINGS[groupBy];
  const value = words && groupBy !== 'priority' ? key : Number(key);
  const heading: Condition = key === 'none' ? { field, operator: 'is-empty' } : { field, operator: 'is', value: value };
  const narrowed: Conditions = { match: 'all', conditions: [heading] };
  if (Number.isNaN(value) && key !== 'none') throw notOfThisFilter();
  if (checkConditions(narrowed, { vocabulary: vocabularyOf([]) }).length > 0) throw notOfThisFilter();
  return { match: 'all', conditions: [conditions, heading] };
}

function notOfThisFilter(): InvalidInput {
  return new InvalidInput([{ path: 'query.group', message: 'Use the `key` of a group of this filter.' }]);
}
