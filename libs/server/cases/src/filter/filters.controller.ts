import { Controller } from '@nestjs/common';
import {
  filtersApi,
  type Actor,
  type ConditionField,
  type Filter,
  type RouteCall,
  type RouteResponse,
} from '@bureau/contracts';
import { operatorsOf, type Field } from '@bureau/domain';
import { Handles, type RawJson } from '@bureau/platform';
import { Vocabularies } from '../condition/vocabularies.ts';
import { FilterCounts } from './filter-counts.ts';
import { FilterQueries } from './filter.queries.ts';
import { GroupsQueries } from './groups.queries.ts';
import { SaveFilter } from './save-filter.ts';

@Controller()
export class FiltersController {
  constructor(
    private readonly filters: FilterQueries,
    private readonly groupsQueries: GroupsQueries,
    private readonly filterCounts: FilterCounts,
    private readonly vocabularies: Vocabularies,
    private readonly saveFilter: SaveFilter,
  ) {}

  @Handles(filtersApi.list)
  async list(actor: Actor, { query }: RouteCall<typeof filtersApi.list>): Promise<{ items: Filter[] }> {
    return { items: await (query.scope === 'shared' ? this.filters.shared(actor) : this.filters.mine(actor)) };
  }

  @Handles(filtersApi.counts)
  counts(actor: Actor): Promise<RouteResponse<typeof filtersApi.counts>> {
    return this.filterCounts.of(actor);
  }

  @Handles(filtersApi.fields)
  async fields(): Promise<{ items: ConditionField[] }> {
    const vocabulary = await this.vocabularies.all();
    return { items: [...vocabulary.values()].filter(({ rulesOnly }) => !rulesOnly).map(presentField) };
  }

  @Handles(filtersApi.preview)
  preview(actor: Actor, { body }: RouteCall<typeof filtersApi.preview>): Promise<RawJson> {
    return this.filters.preview(actor, body);
  }

  @Handles(filtersApi.reorder)
  reorder(actor: Actor, { body }: RouteCall<typeof filtersApi.reorder>): Promise<void> {
    return this.saveFilter.reorder(actor, body.filterIds);
  }

  @Handles(filtersApi.create)
  async create(actor: Actor, { body }: RouteCall<typeof filtersApi.create>): Promise<Filter> {
    return this.filters.get(actor, await this.saveFilter.create(actor, body));
  }

  @Handles(filtersApi.get)
  get(actor: Actor, { params }: RouteCall<typeof filtersApi.get>): Promise<Filter> {
    return this.filters.get(actor, params.filterId);
  }

  @Handles(filtersApi.update)
  async update(actor: Actor, { params, body }: RouteCall<typeof filtersApi.update>): Promise<Filter> {
    await this.saveFilter.update(actor, params.filterId, body);
    return this.filters.get(actor, params.filterId);
  }

  @Handles(filtersApi.delete)
  delete(actor: Actor, { params }: RouteCall<typeof filtersApi.delete>): Promise<void> {
    return this.saveFilter.delete(actor, params.filterId);
  }

  @Handles(filtersApi.cases)
  cases(actor: Actor, { params, query }: RouteCall<typeof filtersApi.cases>): Promise<RawJson> {
    return this.filters.page(actor, params.filterId, query);
  }

  @Handles(filtersApi.groups)
  async groups(
    actor: Actor,
    { params, query }: RouteCall<typeof filtersApi.groups>,
  ): Promise<RouteResponse<typeof filtersApi.groups>> {
    const filter = await this.filters.stored(actor, params.filterId);
    return this.groupsQueries.of(actor, { ...filter, groupBy: query.groupBy ?? filter.groupBy });
  }

  @Handles(filtersApi.next)
  async next(actor: Actor, { params, query }: RouteCall<typeof filtersApi.next>): Promise<{ caseId: number | null }> {
    return { caseId: await this.filters.next(actor, params.filterId, query) };
  }
}

function presentField(field: Field): ConditionField {
  const { key, label, kind } = field;
  return {
    key,
    label,
    type: kind.type,
    choices: 'choices' in kind ? [...kind.choices] : [],
    refersTo: kind.type === 'reference' ? kind.to : null,
    operators: operatorsOf(field, { forRules: false }),
  };
}
