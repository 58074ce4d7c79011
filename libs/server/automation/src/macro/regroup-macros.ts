import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { regroupActions } from '@bureau/domain';
import { AuditLog, GroupHeirs } from '@bureau/identity';
import { MacroLinks } from './macro-links.ts';
import { MacroRepository } from './macro.repository.ts';

/** Macros go on when a group that works with them, or that they give cases to, hands over to another one. */
@Injectable()
export class RegroupMacros {
  constructor(
    private readonly macros: MacroRepository,
    private readonly audit: AuditLog,
    links: MacroLinks,
    heirs: GroupHeirs,
  ) {
    heirs.declare({
      noun: 'macros',
      count: (groupId) => links.count('group', groupId),
      follow: (actor, from, to) => this.run(actor, from, to),
    });
  }

  private async run(actor: Actor, from: number, to: number): Promise<void> {
    for (const { id, name, actions, groupIds } of await this.macros.lockWithActions()) {
      const before = { actions, groupIds };
      const after = {
        actions: regroupActions(actions, from, to),
        groupIds: [...new Set(groupIds.map((groupId) => (groupId === from ? to : groupId)))],
      };
      if (isDeepStrictEqual(before, after)) continue;
      await this.macros.setActions(id, after.actions);
      await this.macros.share(id, after.groupIds);
      await this.audit.record(actor, { noun: 'macro', id, name, action: 'changed', before, after });
    }
  }
}
