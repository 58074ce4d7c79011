import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { AuditLog, GroupHeirs } from '@bureau/identity';
import { repoint } from '../group/repoint.ts';
import { FilterRepository } from './filter.repository.ts';
import { settingsOf } from './filter-settings.ts';

/** Filters go on when a label or a group that they ask for becomes another one. */
@Injectable()
export class RepointFilters {
  constructor(
    private readonly filters: FilterRepository,
    private readonly audit: AuditLog,
    heirs: GroupHeirs,
  ) {
    heirs.declare({
      noun: 'askingFilters',
      count: async (id) => (await this.filters.askingFor('case.group', id)).length,
      follow: (actor, from, to) => this.run(actor, { field: 'case.group', from, to }),
    });
  }

  /** In the open transaction. */
  async run(actor: Actor, pointer: { field: 'case.labels' | 'case.group'; from: number; to: number }): Promise<void> {
    for (const id of await this.filters.askingFor(pointer.field, pointer.from)) {
      const filter = await this.filters.lock(id);
      if (!filter) continue;
      const before = settingsOf(filter);
      const after = { ...before, conditions: repoint(filter.conditions, pointer) };
      await this.filters.update(id, after);
      await this.audit.record(actor, { noun: 'filter', id, name: filter.name, action: 'changed', before, after });
    }
  }
}
