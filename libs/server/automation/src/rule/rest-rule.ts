import { Injectable } from '@nestjs/common';
import type { RuleTrouble } from '@bureau/contracts';
import { decideStanding, RULE_GUARD } from '@bureau/domain';
import { Clock, SystemLog } from '@bureau/platform';
import type { CompiledRule } from './compiled-rule.ts';
import { RuleRestRepository } from './rule-rest.repository.ts';
import { SwitchOffRule } from './switch-off-rule.ts';

const HOUR = 3_600_000;

/** What keeps a rule from a case: a rest on this one, or that it was switched off for all. */
export type Hindrance = { restsUntil: Date } | { off: RuleTrouble };

/**
 * Holds a rule back that comes back to a case too often within an hour. One talkative customer is no reason to take a rule
 * from everybody: it rests on his case, and the administrators are told. On several cases it is a loop, and it is switched
 * off.
 */
@Injectable()
export class RestRule {
  constructor(
    private readonly rests: RuleRestRepository,
    private readonly switchOff: SwitchOffRule,
    private readonly systemLog: SystemLog,
    private readonly clock: Clock,
  ) {}

  /** In the caller's transaction, with the case's lock. Null: the rule may go on. */
  async run(rule: CompiledRule, caseId: number): Promise<Hindrance | null> {
    const now = this.clock.now();
    const hourAgo = new Date(now.getTime() - HOUR);
    const place = { ruleId: rule.id, caseId };
    const standing = await this.rests.standing(place, { since: hourAgo, now });
    switch (decideStanding(standing, now.getTime())) {
      case 'apply':
        return null;
      case 'resting':
        return { restsUntil: new Date(standing.rest?.until ?? now) };
      case 'comes-to-rest': {
        const until = new Date(now.getTime() + RULE_GUARD.restMs);
        const cases = await this.rests.begin(place, { now, until, since: hourAgo });
        return cases < RULE_GUARD.restsAnHour ? this.rest(rule, caseId, until) : this.end(rule, caseId, cases);
      }
    }
  }

  private async rest({ id, name }: CompiledRule, caseId: number, until: Date): Promise<Hindrance> {
    await this.systemLog.write({
      level: 'warning',
      part: 'rules',
      message: `The rule «${name}» was applied to case ${caseId} ${RULE_GUARD.applicationsAnHour} times within an hour. It rests on this case until ${timeIn(until)}, and goes on with all others. If nobody wrote so much, look for what sets it off.`,
      details: { ruleId: id, caseId, until: until.toISOString() },
    });
    return { restsUntil: until };
  }

  private async end(rule: CompiledRule, caseId: number, cases: number): Promise<Hindrance> {
    const off: RuleTrouble = { kind: 'often', cases, caseId, times: RULE_GUARD.applicationsAnHour };
    await this.switchOff.run(rule, off, caseId);
    return { off };
  }
}

function timeIn(moment: Date): string {
  return `${moment.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
