import { Injectable } from '@nestjs/common';
import { SYSTEM } from '@bureau/cases';
import { AuditLog } from '@bureau/identity';
import { SystemLog } from '@bureau/platform';
import type { CompiledRule } from './compiled-rule.ts';
import { RuleRepository } from './rule.repository.ts';

/** Switches a rule off that does harm, and tells the administrators. */
@Injectable()
export class SwitchOffRule {
  constructor(
    private readonly rules: RuleRepository,
    private readonly audit: AuditLog,
    private readonly systemLog: SystemLog,
  ) {}

  /** `reason`: a sentence. In the caller's transaction; once, however many find out. */
  async run({ id, name }: Pick<CompiledRule, 'id' | 'name'>, reason: string, caseId: number): Promise<void> {
    if (!(await this.rules.switchOff(id, reason))) return;
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
      details: { ruleId: id, caseId },
    });
  }
}
