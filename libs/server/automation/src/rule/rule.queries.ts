import { Injectable } from '@nestjs/common';
import type {
  Actor,
  ConditionField,
  ConditionGroup,
  Rule,
  RuleStatistics,
  RuleType,
  RuleVersion,
} from '@bureau/contracts';
import { Vocabularies } from '@bureau/cases';
import { describeConditions, describeDifference, languageOf, ruleDifferences, ruleOperatorsOf } from '@bureau/domain';
import { ProblemError, RawJson } from '@bureau/platform';
import { RuleNames } from './rule-names.ts';
import { RuleStatisticsRepository } from './rule-statistics.repository.ts';
import { RuleRepository, type StoredRule } from './rule.repository.ts';

const NEVER: RuleStatistics = { considered: 0, applied: 0, failed: 0, lastAppliedAt: null };

/** Reads business rules. */
@Injectable()
export class RuleQueries {
  constructor(
    private readonly rules: RuleRepository,
    private readonly names: RuleNames,
    private readonly statistics: RuleStatisticsRepository,
    private readonly vocabularies: Vocabularies,
  ) {}

  async list(actor: Actor, type: RuleType | null): Promise<Rule[]> {
    return this.present(actor, await this.rules.list(type));
  }

  /** The contract `Rule` with its version. Throws rule.not-found. */
  async get(actor: Actor, ruleId: number): Promise<RawJson> {
    const rule = await this.rules.find(ruleId);
    if (!rule) throw new ProblemError('rule.not-found');
    const [presented] = await this.present(actor, [rule]);
    return new RawJson(JSON.stringify(presented), rule.revision);
  }

  /** The latest first. Throws rule.not-found. */
  async versions(actor: Actor, ruleId: number): Promise<RuleVersion[]> {
    const rule = await this.rules.find(ruleId);
    if (!rule) throw new ProblemError('rule.not-found');
    const { type } = rule;
    const kept = await this.rules.versions(ruleId);
    const names = await this.names.of(
      actor,
      kept.map(({ conditions }) => conditions),
    );
    const sentences = await this.names.sentences(
      actor,
      kept.map((version) => ({ ...version, type })),
    );
    const sayAction = await this.names.sayAction(
      actor,
      kept.flatMap(({ actions }) => actions),
    );
    const sayConditions = (conditions: ConditionGroup) => describeConditions(conditions, names);

    return kept.map(({ ruleId: _, ...version }, index) => {
      const before = kept[index + 1];
      const changes = before ? ruleDifferences(before, version) : [];
      const differences = changes.map((change) => describeDifference(change, { sayConditions, sayAction }));
      return { ...version, sentence: sentences[index] ?? '', differences, changes };
    });
  }

  /** What conditions of this type can ask for. */
  async fields(type: RuleType): Promise<ConditionField[]> {
    const { vocabulary } = languageOf(type, await this.vocabularies.all());
    return [...vocabulary.values()].map((field) => ({
      key: field.key,
      label: field.label,
      type: field.kind.type,
      choices: 'choices' in field.kind ? [...field.kind.choices] : [],
      refersTo: field.kind.type === 'reference' ? field.kind.to : null,
      operators: ruleOperatorsOf(field),
    }));
  }

  private async present(actor: Actor, rules: StoredRule[]): Promise<Rule[]> {
    const sentences = await this.names.sentences(actor, rules);
    const statistics = await this.statistics.ofLastMonth(rules.map(({ id }) => id));
    return rules.map(({ revision: _, ...rule }, index) => ({
      ...rule,
      sentence: sentences[index] ?? '',
      statistics: statistics.get(rule.id) ?? NEVER,
    }));
  }
}
