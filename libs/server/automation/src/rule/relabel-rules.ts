import { Injectable } from '@nestjs/common';
import type { Actor, Label } from '@bureau/contracts';
import { LabelHeirs, repoint } from '@bureau/cases';
import { relabelActions } from '@bureau/domain';
import { RuleRepository } from './rule.repository.ts';
import { SaveRule } from './save-rule.ts';

/** Rules go on when a label that they ask for, or give, becomes another one or gets another name: as a new version. */
@Injectable()
export class RelabelRules {
  constructor(
    private readonly rules: RuleRepository,
    private readonly save: SaveRule,
    heirs: LabelHeirs,
  ) {
    heirs.declare((actor, from, to) => this.run(actor, from, to));
  }

  private async run(actor: Actor, from: Pick<Label, 'id' | 'name'>, to: Pick<Label, 'id' | 'name'>): Promise<void> {
    await this.rules.lockAll();
    for (const rule of await this.rules.list(null)) {
      const conditions = repoint(rule.conditions, { field: 'case.labels', from: from.id, to: to.id });
      const actions = relabelActions(rule.actions, from.name, to.name);
      await this.save.follow(actor, rule, { conditions, actions });
    }
  }
}
