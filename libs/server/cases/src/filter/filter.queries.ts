import { Injectable } from '@nestjs/common';
import type {
  Actor,
  Conditions,
  Filter,
  FilterPreview,
  ListFilterCases,
  NextCase,
  PreviewFilter,
} from '@bureau/contracts';
import { describeConditions } from '@bureau/domain';
import { ProblemError, RawJson } from '@bureau/platform';
import { Vocabularies } from '../condition/vocabularies.ts';
import { isMine, mayEdit, maySee } from './filter.policy.ts';
import { FilterRepository, type StoredFilter } from './filter.repository.ts';
import { readSortCursor, type Sort } from './filter-order.ts';
import { FilteredCases } from './filtered-cases.ts';
import { narrowToGroup } from './groups.queries.ts';
import { NamesQueries, referencesIn } from './names.queries.ts';

/** Reads filters and the cases in them. */
@Injectable()
export class FilterQueries {
  constructor(
    private readonly filters: FilterRepository,
    private readonly cases: FilteredCases,
    private readonly vocabularies: Vocabularies,
    private readonly names: NamesQueries,
  ) {}

  /** Those that somebody works with, in their order. */
  async mine(actor: Actor): Promise<Filter[]> {
    return this.present(actor, await this.storedOf(actor));
  }

  /** Everybody's and every group's, as far as the actor may change them. */
  async shared(actor: Actor): Promise<Filter[]> {
    const filters = await this.filters.all();
    return this.present(
      actor,
      filters.filter((filter) => filter.visibility.for !== 'user' && mayEdit(actor, filter)),
    );
  }

  /** As {@link mine}, as they are kept. */
  async storedOf(actor: Actor): Promise<StoredFilter[]> {
    return (await this.filters.all()).filter((filter) => isMine(actor, filter) && maySee(actor, filter));
  }

  /** Throws filter.not-found. */
  async get(actor: Actor, filterId: number): Promise<Filter> {
    const [filter] = await this.present(actor, [await this.stored(actor, filterId)]);
    if (!filter) throw new ProblemError('filter.not-found');
    return filter;
  }

  /** Throws filter.not-found. */
  async stored(actor: Actor, filterId: number): Promise<StoredFilter> {
    const filter = (await this.filters.all()).find(({ id }) => id === filterId);
    if (!filter || !maySee(actor, filter)) throw new ProblemError('filter.not-found');
    return filter;
  }

  /** Throws filter.not-found. */
  async page(actor: Actor, filterId: number, { limit, cursor, group, ...own }: ListFilterCases): Promise<RawJson> {
    const saved = await this.stored(actor, filterId);
    const sort = orderFor(saved, own);
    const filter = { ...saved, groupBy: own.groupBy ?? saved.groupBy };
    const conditions = group === undefined ? filter.conditions : narrowToGroup(filter, group);
    const after = readSortCursor(cursor, sort);
    return this.cases.page(actor, { conditions, sort, after, limit, named: true });
  }

  /** The case behind another one in a filter, or the first, in the reader's own order. Throws filter.not-found, case.not-found. */
  async next(actor: Actor, filterId: number, { after, ...own }: NextCase): Promise<number | null> {
    const saved = await this.stored(actor, filterId);
    const [{ conditions }, sort] = [saved, orderFor(saved, own)];
    let place = after === undefined ? undefined : await this.cases.placeOf(actor, after, sort);
    if (after !== undefined && !place) throw new ProblemError('case.not-found');
    for (;;) {
      const { found, next } = await this.cases.places(actor, { conditions, sort, after: place, limit: 1, named: true });
      if (found[0] || next === null) return found[0]?.id ?? null;
      place = next;
    }
  }

  /** What conditions find and how they read. Throws request.invalid naming what is wrong. */
  async preview(actor: Actor, { conditions, sort, limit }: PreviewFilter): Promise<RawJson> {
    await this.vocabularies.check(conditions);
    const wanted = { conditions, sort, limit, named: false };
    const [page, counted] = [await this.cases.page(actor, wanted), await this.cases.count(actor, wanted)];
    const rest: Omit<FilterPreview, 'items' | 'next'> = {
      description: await this.describe(actor, conditions),
      ...counted,
    };
    return new RawJson(`{${JSON.stringify(rest).slice(1, -1)},${page.text.slice(1)}`);
  }

  /**
   * The ids of all cases of a filter, or that conditions find, which the actor may see: for bulk changes. At most `limit`,
   * in the filter's order; conditions on their own in order of id. Throws filter.not-found, request.invalid.
   */
  async matchingIds(
    actor: Actor,
    of: { filterId: number } | { conditions: Conditions },
    limit: number,
  ): Promise<number[]> {
    const { conditions, sort } =
      'filterId' in of
        ? await this.stored(actor, of.filterId)
        : { conditions: of.conditions, sort: { field: 'id', direction: 'asc' } as const };
    if ('conditions' in of) await this.vocabularies.check(conditions);

    const ids: number[] = [];
    let after;
    do {
      const wanted = { conditions, sort, after, limit: limit - ids.length, named: 'filterId' in of };
      const { found, next } = await this.cases.places(actor, wanted);
      ids.push(...found.map(({ id }) => id));
      after = next ?? undefined;
    } while (after !== undefined && ids.length < limit);
    return ids;
  }

  private async describe(actor: Actor, conditions: Conditions): Promise<string> {
    const vocabulary = await this.vocabularies.of(conditions);
    const nameOf = await this.names.of(actor, referencesIn(conditions, vocabulary));
    return describeConditions(conditions, { vocabulary, nameOf });
  }

  private async present(actor: Actor, filters: readonly StoredFilter[]): Promise<Filter[]> {
    const vocabulary = await this.vocabularies.of({ match: 'all', conditions: filters.map((one) => one.conditions) });
    const references = filters.flatMap(({ conditions }) => referencesIn(conditions, vocabulary));
    const nameOf = await this.names.of(actor, references);
    return filters.map((filter) => ({
      ...filter,
      description: describeConditions(filter.conditions, { vocabulary, nameOf }),
      editable: mayEdit(actor, filter),
    }));
  }
}

/** The order that somebody has chosen for himself; what he left open is as it was saved. */
function orderFor({ sort }: StoredFilter, own: Pick<NextCase, 'sort' | 'direction'>): Sort {
  return { field: own.sort ?? sort.field, direction: own.direction ?? sort.direction };
}
