import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { LabelHeirs } from '@bureau/cases';
import { relabelActions } from '@bureau/domain';
import { AuditLog } from '@bureau/identity';
import { MacroRepository } from './macro.repository.ts';

/** Macros go on when a label that they give becomes another one or gets another name. */
@Injectable()
export class RelabelMacros {
  constructor(
    private readonly macros: MacroRepository,
    private readonly audit: AuditLog,
    heirs: LabelHeirs,
  ) {
    heirs.declare((actor, from, to) => this.run(actor, from.name, to.name));
  }

  private async run(actor: Actor, from: string, to: string): Promise<void> {
    for (const { id, name, actions } of await this.macros.lockWithActions()) {
      const after = relabelActions(actions, from, to);
      if (isDeepStrictEqual(actions, after)) continue;
      await this.macros.setActions(id, after);
      const change = { before: { actions }, after: { actions: after } };
      await this.audit.record(actor, { noun: 'macro', id, name, action: 'changed', ...change });
    }
  }
}
