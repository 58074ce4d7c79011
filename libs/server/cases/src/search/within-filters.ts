import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { fold, type SearchHint, type SearchTest } from '@bureau/domain';
import { FilterQueries } from '../filter/filter.queries.ts';

/** Of a filter, so many of its cases are searched, in its order. */
const CASES_AT_MOST = 2000;

/** What `filter:` means: the cases of a saved list. */
@Injectable()
export class WithinFilters {
  constructor(private readonly filters: FilterQueries) {}

  /** The cases that are in all filters that a search names; null when it names none. Others' filters do not exist. */
  async run(actor: Actor, tests: readonly SearchTest[]): Promise<{ ids: number[] | null; hints: SearchHint[] }> {
    const named = tests.flatMap((test) => (test.field === 'filter' ? [test] : []));
    const hints: SearchHint[] = [];
    let ids: number[] | null = null;
    for (const { name, not } of named) {
      const part = `${not ? '-' : ''}filter:${name}`;
      if (not) {
        hints.push({ part, message: 'A filter cannot be excluded; this is left out.' });
        continue;
      }
      const found: number[] | undefined = await this.casesOf(actor, name);
      if (!found) hints.push({ part, message: 'You have no filter of this name.' });
      if (found?.length === CASES_AT_MOST)
        hints.push({ part, message: 'Only the first 2,000 cases of this filter were searched.' });
      const both = new Set(found);
      ids = ids === null ? [...both] : ids.filter((id) => both.has(id));
    }
    return { ids, hints };
  }

  private async casesOf(actor: Actor, name: string): Promise<number[] | undefined> {
    const filters = await this.filters.storedOf(actor);
    const wanted = fold(name);
    const filter =
      filters.find((one) => fold(one.name) === wanted) ?? filters.find((one) => fold(one.name).includes(wanted));
    return filter && this.filters.matchingIds(actor, { filterId: filter.id }, CASES_AT_MOST);
  }
}
