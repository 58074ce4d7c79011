import { Injectable } from '@nestjs/common';
import { SYSTEM } from '@bureau/cases';
import type { RuleTrouble } from '@bureau/contracts';
import { AuditLog } from '@bureau/identity';
import { SystemLog } from '@bureau/platform';
import type { CompiledRule } from './compiled-rule.ts';
import { RuleRepository } from './rule.repository.ts';
import { troubleSentence } from './trouble.ts';

/** Switches a rule off that does harm, and tells the administrators. */
@Injectable()
export class SwitchOffRule {
  constructor(
    private readonly rules: RuleRepository,
    private readonly audit: AuditLog,
    private readonly systemLog: SystemLog,
  ) {}

  /** In the caller's transaction; once, however many find out. */
  async run({ id, name }: Pick<CompiledRule, 'id' | 'name'>, because: RuleTrouble, caseId: number): Promise<void> {
    const reason = troubleSentence(because);
    if (!(await this.rules.switchOff(id, { reason, because }))) return;
    await this.audit.record(SYSTEM, {
      noun: 'rule',
      id,
      name,
      action: 'disabled',
      before: { enabled: true, disabledReason: null },
      after: { enabled: false, disabledReason: reason },
    });
    await this.systemLog.write({
      level: 'error',
      part: 'rules',
      message: `The rule «${name}» was switched off. ${reason} Correct it, try it, then switch it on again.`,
      details: { ruleId: id, caseId, rule: name, because },
    });
  }
}
