import { Injectable } from '@nestjs/common';
import type { ActionEffect, Actor, RuleFailure, RuleTrouble } from '@bureau/contracts';
import { RULE_GUARD } from '@bureau/domain';
import { Database, SystemLog } from '@bureau/platform';
import { ApplyActions } from '../action/index.ts';
import type { CompiledRule } from './compiled-rule.ts';
import { RestRule, type Hindrance } from './rest-rule.ts';
import { RuleRunRepository } from './rule-run.repository.ts';
import { SwitchOffRule } from './switch-off-rule.ts';
import { refusedAll, thrownBy, troubleSentence } from './trouble.ts';

/** For which case and message a rule is applied, and what led here. */
export interface Occasion {
  caseId: number;
  messageId: number | null;
  /** The rules that led here, one through the other. */
  chain: readonly number[];
}

export interface Application {
  outcome: 'applied' | 'failed' | 'loop' | 'resting';
  effects: ActionEffect[];
  trouble: RuleTrouble | null;
  restsUntil?: Date;
}

/** Does what a rule says, with the guards against rules that fail and rules that never end. */
@Injectable()
export class ApplyRule {
  constructor(
    private readonly actions: ApplyActions,
    private readonly runs: RuleRunRepository,
    private readonly rest: RestRule,
    private readonly switchOff: SwitchOffRule,
    private readonly systemLog: SystemLog,
    private readonly database: Database,
  ) {}

  /** In the caller's transaction. What a rule that failed had written is taken back; the rest of the run goes on. */
  async run(rule: CompiledRule, occasion: Occasion): Promise<Application> {
    const { caseId, messageId, chain } = occasion;
    const hindrance = await this.rest.run(rule, caseId);
    if (hindrance) return hindered(hindrance);
    const actor: Actor = { kind: 'rule', ruleId: rule.id, name: rule.name, ruleIds: [...chain, rule.id] };
    try {
      const effects = await this.database.savepoint(() =>
        this.actions.run(actor, caseId, rule.actions, { by: 'rule', messageId }),
      );
      const refusals = effects.filter(({ outcome }) => outcome === 'refused');
      if (refusals.length === 0 || hasDone(effects)) {
        await this.runs.forgetFailures(rule.id);
        return { outcome: 'applied', effects, trouble: null };
      }
      return await this.fail(rule, caseId, { effects, trouble: refusedAll(refusals) });
    } catch (error) {
      if (isPassing(error)) throw error;
      return this.fail(rule, caseId, { effects: [], trouble: thrownBy(error), cause: error });
    }
  }

  /** Also for a rule whose conditions cannot be asked, for instance because a field is gone. */
  async fail(rule: CompiledRule, caseId: number, { effects, trouble, cause }: Failure): Promise<Application> {
    await this.systemLog.write({
      level: 'error',
      part: 'rules',
      message: `The rule «${rule.name}» could not be applied to case ${caseId}: ${troubleSentence(trouble)}`,
      details: {
        ruleId: rule.id,
        caseId,
        rule: rule.name,
        trouble,
        ...(cause === undefined ? {} : { cause: String(cause) }),
      },
    });
    const inARow = await this.runs.countFailure(rule.id);
    if (inARow >= RULE_GUARD.failuresInARow) {
      await this.switchOff.run(rule, { kind: 'failures', times: inARow, last: trouble }, caseId);
    }
    return { outcome: 'failed', effects, trouble };
  }
}

interface Failure {
  effects: ActionEffect[];
  trouble: RuleFailure;
  cause?: unknown;
}

function hindered(hindrance: Hindrance): Application {
  return 'off' in hindrance
    ? { outcome: 'loop', effects: [], trouble: hindrance.off }
    : { outcome: 'resting', effects: [], trouble: null, restsUntil: hindrance.restsUntil };
}

/** Whether a rule did something to the case. */
export function hasDone(effects: readonly ActionEffect[]): boolean {
  return effects.some(({ outcome }) => outcome === 'done');
}

/** What another attempt may do better: a deadlock, a lost connection. It is nothing against the rule. */
function isPassing(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return /^(40|08|53|57|ECONN)/.test(code);
}
