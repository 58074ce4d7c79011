import { Injectable } from '@nestjs/common';
import { CaseFactsQueries } from '@bureau/cases';
import type { ActorStamp, FieldChange, RuleType } from '@bureau/contracts';
import {
  ConditionProblem,
  isInChain,
  lookAt,
  meets,
  skipOf,
  type Asking,
  type CaseFacts,
  type Looked,
  type MessageOfFacts,
  type SatisfactionOfFacts,
  type WrittenBy,
} from '@bureau/domain';
import { Clock } from '@bureau/platform';
import { ApplyRule, type Application } from './apply-rule.ts';
import type { Book } from './rule-book.ts';
import type { CompiledRule } from './compiled-rule.ts';
import { ConsideredRules } from './considered-rules.ts';
import { EndChain } from './end-chain.ts';
import { RuleRunRepository } from './rule-run.repository.ts';

/** Something that happened to a case, as rules of one type hear of it. */
export interface Happening extends WrittenBy {
  type: RuleType;
  caseId: number;
  sequence: number;
  actor: ActorStamp;
  messageId: number | null;
  changes: readonly FieldChange[];
  satisfaction?: SatisfactionOfFacts | undefined;
}

/** Asks the rules of one type about one thing that happened, in their order, and does what those say that are met. */
@Injectable()
export class ConsiderRules {
  constructor(
    private readonly facts: CaseFactsQueries,
    private readonly runs: RuleRunRepository,
    private readonly applyRule: ApplyRule,
    private readonly endChain: EndChain,
    private readonly clock: Clock,
  ) {}

  /** In the caller's transaction, with the case's lock. */
  async run(book: Book, happening: Happening): Promise<void> {
    const skipped = skipOf(happening);
    if (skipped) return this.skip(happening, skipped);
    const { messageId } = happening;
    const message = messageId === null ? undefined : await this.facts.message(messageId);
    const facts = await this.load(happening, message);
    if (!facts) return;
    const at = this.clock.now();
    const asking = await book.askingOf(happening.type, at);
    const considered = await this.askAll(book.rulesOf(happening.type), { happening, facts, message, asking });
    if (considered.rules.length === 0) return;
    const { record, ...result } = considered.result();
    await this.runs.store({
      ...runOf(happening, at),
      skipped: null,
      ...result,
      record: { now: at.getTime(), changes: [...happening.changes], ...record },
    });
  }

  private async askAll(rules: readonly CompiledRule[], asked: Asked): Promise<ConsideredRules> {
    const considered = new ConsideredRules();
    let facts = asked.facts;
    let looked = lookAt(facts, asked.asking);
    for (const rule of rules) {
      if (rule.brandId !== null && rule.brandId !== facts.case.brandId) continue;
      const application = await this.ask(rule, { ...asked, looked, considered });
      if (!application) continue;
      considered.tell(application);
      if (application.outcome === 'applied') {
        facts = (await this.load(asked.happening, asked.message)) ?? facts;
        looked = lookAt(facts, asked.asking);
        if (rule.stopProcessing) considered.stop();
      }
    }
    return considered;
  }

  /** Undefined: its conditions are not met, or it is not its turn. */
  private async ask(
    rule: CompiledRule,
    { happening, looked, considered, asking }: Asked & { looked: Looked; considered: ConsideredRules },
  ): Promise<Application | undefined> {
    const { caseId, messageId, ruleIds: chain = [] } = happening;
    const inChain = isInChain(rule.id, happening);
    considered.add(rule, inChain || considered.isStopped ? null : looked);
    if (considered.isStopped) return undefined;
    if (inChain) return { outcome: 'loop', effects: [], trouble: null };
    try {
      if (!meets(rule.planAt(asking.now), looked)) return undefined;
    } catch (error) {
      if (!(error instanceof ConditionProblem)) throw error;
      return this.applyRule.fail(rule, caseId, { effects: [], trouble: { kind: 'unaskable', reason: error.message } });
    }
    return this.applyRule.run(rule, { caseId, messageId, chain });
  }

  private async load(
    { caseId, changes, actor, satisfaction }: Happening,
    message: MessageOfFacts | undefined,
  ): Promise<CaseFacts | undefined> {
    const facts = (await this.facts.load([caseId])).get(caseId);
    if (!facts) return undefined;
    const brought = { ...(message ? { message } : {}), ...(satisfaction ? { satisfaction } : {}) };
    return { ...facts, changes, by: actor.kind, ...brought };
  }

  private async skip(happening: Happening, skipped: 'suppressed' | 'depth'): Promise<void> {
    const at = this.clock.now();
    await this.runs.store({
      ...runOf(happening, at),
      skipped,
      ...{ ruleIds: [], versions: [], applied: [], failed: [], record: {} },
    });
    if (skipped === 'depth') await this.endChain.run(happening);
  }
}

interface Asked {
  happening: Happening;
  facts: CaseFacts;
  message: MessageOfFacts | undefined;
  asking: Asking;
}

function runOf({ caseId, type, sequence, messageId, actor }: Happening, at: Date) {
  return { caseId, type, sequence, messageId, actor, at };
}
