import { Inject, Injectable } from '@nestjs/common';
import { CaseFactsQueries } from '@bureau/cases';
import {
  decideCrossing,
  intervalsInARow,
  lookAt,
  meets,
  RULE_GUARD,
  type Asking,
  type CaseFacts,
} from '@bureau/domain';
import { Clock, Database, Every, LOG, type Log } from '@bureau/platform';
import { ApplyRule } from './apply-rule.ts';
import type { CompiledRule } from './compiled-rule.ts';
import { ConsideredRules } from './considered-rules.ts';
import { RuleBook, type Book } from './rule-book.ts';
import { RuleRepository } from './rule.repository.ts';
import { RuleRunRepository } from './rule-run.repository.ts';
import { SwitchOffRule } from './switch-off-rule.ts';
import { CASES_AT_ONCE, TimeRuleRepository } from './time-rule.repository.ts';

const INTERVAL = 300_000;
/** Cases that one rule looks at in one interval; the next one goes on with those that were left. */
const CASES_AT_MOST = 5_000;

/** A time rule in an interval of five minutes. */
interface Turn {
  rule: CompiledRule;
  book: Book;
  asking: Asking;
  at: Date;
  slot: number;
}

/**
 * Asks the time rules every five minutes. Each is applied to a case once when the case comes to be what it asks for, also
 * when the desk was down meanwhile or its clock has jumped (domain/rules/crossing.ts).
 */
@Injectable()
export class RunTimeRules {
  constructor(
    private readonly ruleBook: RuleBook,
    private readonly rules: RuleRepository,
    private readonly crossings: TimeRuleRepository,
    private readonly facts: CaseFactsQueries,
    private readonly runs: RuleRunRepository,
    private readonly applyRule: ApplyRule,
    private readonly switchOff: SwitchOffRule,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Every('5m', 'rules.time')
  async run(): Promise<void> {
    const at = this.clock.now();
    const slot = Math.floor(at.getTime() / INTERVAL);
    const book = await this.ruleBook.open();
    const asking = await book.askingOf('time', at);
    for (const rule of book.rulesOf('time')) {
      try {
        await this.take({ rule, book, asking, at, slot });
      } catch (error) {
        // One rule that cannot be asked does not keep the others waiting.
        this.log.error({ err: error, ruleId: rule.id }, 'A time rule could not be run.');
      }
    }
  }

  private async take(turn: Turn): Promise<void> {
    const { rule, asking, book } = turn;
    await this.walk(turn, (after) => this.crossings.resting({ rule, after }));
    const { vocabulary } = book;
    await this.walk(turn, (after) => this.crossings.candidates({ rule, asking, vocabulary, after }));
  }

  /** Case by case, each in a transaction of its own, until there are no more or the rule is off. */
  private async walk(turn: Turn, read: (after: number) => Promise<{ id: number }[]>): Promise<void> {
    let after = 0;
    for (let looked = 0; looked < CASES_AT_MOST; looked += CASES_AT_ONCE) {
      const found = await read(after);
      for (const { id } of found) {
        const isOver = await this.database.transaction(() => this.look(turn, id));
        if (isOver) return;
      }
      if (found.length < CASES_AT_ONCE) return;
      after = found.at(-1)?.id ?? after;
    }
  }

  /** Returns whether the rule has been switched off. */
  private async look(turn: Turn, caseId: number): Promise<boolean> {
    const { rule, at, slot } = turn;
    await this.runs.lockCase(caseId);
    const facts = (await this.facts.load([caseId])).get(caseId);
    if (!facts) return false;
    const known = (await this.crossings.crossing(rule.id, caseId)) ?? null;
    const decision = decideCrossing(known, {
      holds: isMet(turn, facts),
      version: rule.version,
      now: at.getTime(),
      activeAt: facts.case.activeAt ?? 0,
      slot,
    });

    switch (decision) {
      case 'rest':
        return false;
      case 'arm':
        await this.crossings.arm(rule.id, caseId);
        return false;
      case 'loop':
        await this.switchOff.run(rule, { kind: 'intervals', caseId, times: RULE_GUARD.intervalsInARow }, caseId);
        return true;
      case 'apply': {
        const isWell = (await this.apply(turn, facts)) === 'applied';
        await this.crossings.crossed(rule, caseId, { at, slot, intervals: intervalsInARow(known, slot) });
        // The guard against failures may have switched it off.
        return !isWell && !(await this.rules.isEnabled(rule.id));
      }
    }
  }

  private async apply({ rule, asking, at }: Turn, facts: CaseFacts) {
    const caseId = facts.case.id;
    const considered = new ConsideredRules();
    considered.add(rule, lookAt(facts, asking));
    const application = await this.applyRule.run(rule, { caseId, messageId: null, chain: [] });
    considered.tell(application);
    const { record, ...result } = considered.result();
    await this.runs.store({
      ...{ caseId, type: 'time', sequence: null, messageId: null, skipped: null, at },
      actor: { kind: 'system', id: null, name: 'Time' },
      ...result,
      record: { now: at.getTime(), ...record },
    });
    return application.outcome;
  }
}

/** Whether a case is what the rule asks for, with all that the database leaves open. */
function isMet({ rule, asking }: Turn, facts: CaseFacts): boolean {
  if (facts.case.status === 'closed') return false;
  if (rule.brandId !== null && rule.brandId !== facts.case.brandId) return false;
  return meets(rule.planAt(asking.now), lookAt(facts, asking));
}
