import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { repoint } from '@bureau/cases';
import { regroupActions } from '@bureau/domain';
import { GroupHeirs } from '@bureau/identity';
import { RuleLinks } from './rule-links.ts';
import { RuleRepository } from './rule.repository.ts';
import { SaveRule } from './save-rule.ts';

/** Rules go on when a group that they ask for, or give cases to, hands over to another one: as a new version. */
@Injectable()
export class RegroupRules {
  constructor(
    private readonly rules: RuleRepository,
    private readonly save: SaveRule,
    links: RuleLinks,
    heirs: GroupHeirs,
  ) {
    heirs.declare({
      noun: 'rules',
      count: (groupId) => links.count('group', groupId),
      follow: (actor, from, to) => this.run(actor, from, to),
    });
  }

  private async run(actor: Actor, from: number, to: number): Promise<void> {
    await this.rules.lockAll();
    for (const rule of await this.rules.list(null)) {
      const conditions = repoint(rule.conditions, { field: 'case.group', from, to });
      await this.save.follow(actor, rule, { conditions, actions: regroupActions(rule.actions, from, to) });
    }
  }
}
