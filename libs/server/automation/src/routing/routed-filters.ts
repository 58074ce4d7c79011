import { Injectable } from '@nestjs/common';
import { DEFAULT_POLICY, type RoutingPolicy } from '@bureau/contracts';
import { FilterQueries, FilterRepository, type StoredFilter } from '@bureau/cases';
import { ProblemError } from '@bureau/platform';
import type { UserActor } from '@bureau/identity';
import { RoutingSettingsRepository } from './routing-settings.repository.ts';

/** A filter whose cases are handed out, and how. */
export interface RoutedFilter {
  filter: StoredFilter;
  policy: RoutingPolicy;
}

/** The filters that route. */
@Injectable()
export class RoutedFilters {
  constructor(
    private readonly filters: FilterRepository,
    private readonly queries: FilterQueries,
    private readonly settings: RoutingSettingsRepository,
  ) {}

  /** Of the whole desk, in their order. */
  async all(): Promise<RoutedFilter[]> {
    return this.withPolicies(await this.filters.all());
  }

  /** Those that somebody works with; one of them, when it is named. Throws filter.not-found. */
  async of(actor: UserActor, filterId: number | null): Promise<RoutedFilter[]> {
    const routed = (await this.queries.storedOf(actor)).filter(routes);
    const wanted = filterId === null ? routed : routed.filter(({ id }) => id === filterId);
    if (filterId !== null && wanted.length === 0) throw new ProblemError('filter.not-found');
    return this.withPolicies(wanted);
  }

  private async withPolicies(filters: readonly StoredFilter[]): Promise<RoutedFilter[]> {
    const routed = filters.filter(routes);
    if (routed.length === 0) return [];
    const policies = await this.settings.policies();
    return routed.map((filter) => ({ filter, policy: policies.get(filter.id) ?? DEFAULT_POLICY }));
  }
}

function routes({ enabled, routes: isRouted }: StoredFilter): boolean {
  return enabled && isRouted;
}
