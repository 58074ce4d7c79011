import type { Looked } from '@bureau/domain';
import { hasDone, type Application } from './apply-rule.ts';
import type { CompiledRule } from './compiled-rule.ts';
import { isKept, keptEffect, type RunRecord } from './run-record.ts';
import { troubleSentence } from './trouble.ts';

/** What was considered in one run, in order, as it is kept. */
export class ConsideredRules {
  readonly rules: CompiledRule[] = [];
  private readonly seen: NonNullable<RunRecord['seen']> = [];
  private readonly outcomes: NonNullable<RunRecord['outcomes']> = {};
  private readonly applied: number[] = [];
  private readonly failed: number[] = [];
  private stoppedAt: number | undefined;
  private looked: Looked | undefined;

  get isStopped(): boolean {
    return this.stoppedAt !== undefined;
  }

  /** A rule whose turn it is, and the case as it looks now; null: it is not asked. */
  add(rule: CompiledRule, looked: Looked | null): void {
    this.rules.push(rule);
    if (!looked) return;
    if (looked !== this.looked) this.seen.push({ from: this.rules.length - 1, values: {} });
    this.looked = looked;
    const values = this.seen.at(-1)?.values ?? {};
    for (const field of rule.fields) {
      if (isKept(field.key) && !(field.key in values)) values[field.key] = [...looked.valuesOf(field)];
    }
  }

  /** What became of the latest one. */
  tell({ outcome, effects, trouble, restsUntil }: Application): void {
    const { id } = this.latest;
    this.outcomes[this.rules.length - 1] = {
      ...{ outcome, effects: effects.map(keptEffect), trouble, error: trouble && troubleSentence(trouble) },
      ...(restsUntil ? { restsUntil: restsUntil.toISOString() } : {}),
    };
    if (outcome === 'failed') this.failed.push(id);
    else if (hasDone(effects)) this.applied.push(id);
  }

  /** Those from here on are not asked. */
  stop(): void {
    this.stoppedAt = this.rules.length;
  }

  result() {
    const { seen, outcomes, stoppedAt } = this;
    return {
      ruleIds: this.rules.map(({ id }) => id),
      versions: this.rules.map(({ version }) => version),
      applied: this.applied,
      failed: this.failed,
      record: { seen, outcomes, ...(stoppedAt === undefined ? {} : { stoppedAt }) },
    };
  }

  private get latest(): CompiledRule {
    const rule = this.rules.at(-1);
    if (!rule) throw new Error('No rule has been considered.');
    return rule;
  }
}
