import { Injectable } from '@nestjs/common';
import {
  permits,
  userIdOf,
  type Actor,
  type CreateFilter,
  type FilterVisibility,
  type UpdateFilter,
} from '@bureau/contracts';
import { AuditLog, UserRepository } from '@bureau/identity';
import { InvalidInput, ProblemError, Transactional } from '@bureau/platform';
import { Vocabularies } from '../condition/vocabularies.ts';
import { mayEdit, maySee } from './filter.policy.ts';
import { FilterRepository, type FilterSettings, type StoredFilter } from './filter.repository.ts';
import { settingsOf } from './filter-settings.ts';

/** Makes and changes filters: one's own, and with filters:manage those that others work with. */
@Injectable()
export class SaveFilter {
  constructor(
    private readonly filters: FilterRepository,
    private readonly vocabularies: Vocabularies,
    private readonly users: UserRepository,
    private readonly audit: AuditLog,
  ) {}

  /** Returns its id. Throws request.invalid, permission.denied. */
  @Transactional()
  async create(actor: Actor, { visibility = ownOf(actor), ...rest }: CreateFilter): Promise<number> {
    const settings = { ...rest, visibility };
    await this.check(actor, settings);

    const id = await this.filters.insert(settings);
    await this.audit.record(actor, { noun: 'filter', id, name: settings.name, action: 'created', after: settings });
    return id;
  }

  /** Throws filter.not-found, permission.denied, request.invalid. */
  @Transactional()
  async update(actor: Actor, filterId: number, changes: UpdateFilter): Promise<void> {
    const before = settingsOf(await this.editable(actor, filterId));
    const after: FilterSettings = { ...before, ...present(changes) };
    await this.check(actor, after);

    await this.filters.update(filterId, after);
    await this.audit.record(actor, {
      noun: 'filter',
      id: filterId,
      name: after.name,
      action: 'changed',
      before,
      after,
    });
  }

  /** Throws filter.not-found, permission.denied, filter.standard. */
  @Transactional()
  async delete(actor: Actor, filterId: number): Promise<void> {
    const filter = await this.editable(actor, filterId);
    if (filter.key !== null) throw new ProblemError('filter.standard');

    await this.filters.delete(filterId);
    const { name } = filter;
    await this.audit.record(actor, {
      noun: 'filter',
      id: filterId,
      name,
      action: 'deleted',
      before: settingsOf(filter),
    });
  }

  /** The named ones come first, in this order. Throws filter.not-found, permission.denied. */
  @Transactional()
  async reorder(actor: Actor, filterIds: readonly number[]): Promise<void> {
    for (const filterId of filterIds.toSorted((a, b) => a - b)) await this.editable(actor, filterId);
    await this.filters.reorder(filterIds);
  }

  private async editable(actor: Actor, filterId: number): Promise<StoredFilter> {
    const filter = await this.filters.lock(filterId);
    if (!filter || !maySee(actor, filter)) throw new ProblemError('filter.not-found');
    if (!mayEdit(actor, filter)) throw new ProblemError('permission.denied');
    return filter;
  }

  private async check(actor: Actor, { visibility, conditions, routes }: FilterSettings): Promise<void> {
    await this.vocabularies.check(conditions);
    if (visibility.for === 'user' && visibility.userId !== userIdOf(actor)) {
      throw new InvalidInput([
        { path: 'visibility.userId', message: 'Only oneself can be named; share it with a group.' },
      ]);
    }
    if ((visibility.for !== 'user' || routes) && !permits(actor, 'filters:manage')) {
      throw new ProblemError('permission.denied');
    }
    if (visibility.for === 'group' && !(await this.users.groupExists(visibility.groupId))) {
      throw new InvalidInput([{ path: 'visibility.groupId', message: 'There is no such group.' }]);
    }
  }
}

function ownOf(actor: Actor): FilterVisibility {
  const userId = userIdOf(actor);
  if (userId === undefined) throw new ProblemError('permission.denied');
  return { for: 'user', userId };
}

/** What was sent, without what was not. */
function present<T extends object>(changes: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const sent: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  return Object.assign(sent, Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)));
}
