import { Injectable } from '@nestjs/common';
import { RULE_GUARD, type WrittenBy } from '@bureau/domain';
import { RuleRepository } from './rule.repository.ts';
import { SwitchOffRule } from './switch-off-rule.ts';

/** Ends rules that lead to rules that lead to rules: the one that went too far is switched off. */
@Injectable()
export class EndChain {
  constructor(
    private readonly rules: RuleRepository,
    private readonly switchOff: SwitchOffRule,
  ) {}

  /** `ruleIds`: the chain, the last one last. In the caller's transaction. */
  async run({ caseId, ruleIds = [] }: WrittenBy & { caseId: number }): Promise<void> {
    const names = new Map((await this.rules.list(null)).map(({ id, name }) => [id, name]));
    const id = ruleIds.at(-1);
    const name = id === undefined ? undefined : names.get(id);
    if (id === undefined || name === undefined) return;
    const rules = ruleIds.map((ruleId) => ({ id: ruleId, name: names.get(ruleId) ?? `${ruleId}` }));
    await this.switchOff.run({ id, name }, { kind: 'depth', caseId, times: RULE_GUARD.depth, rules }, caseId);
  }
}
