import { Injectable } from '@nestjs/common';
import { NamesQueries, referencesIn, Vocabularies, type Reference } from '@bureau/cases';
import type { Actions, Actor, ConditionGroup, RuleType } from '@bureau/contracts';
import { ruleSentence, type ConditionNames } from '@bureau/domain';
import { DescribeActions } from '../action/index.ts';

interface Decision {
  type: RuleType;
  conditions: ConditionGroup;
  actions: Actions;
}

/** Rules in words, by the names that the reader may know. */
@Injectable()
export class RuleNames {
  constructor(
    private readonly vocabularies: Vocabularies,
    private readonly names: NamesQueries,
    private readonly describe: DescribeActions,
  ) {}

  /** What conditions name, and what else is named beside them. */
  async of(
    actor: Actor,
    conditions: readonly ConditionGroup[],
    more: readonly Reference[] = [],
  ): Promise<ConditionNames> {
    const vocabulary = await this.vocabularies.all();
    const references = conditions.flatMap((group) => referencesIn(group, vocabulary));
    return { vocabulary, nameOf: await this.names.of(actor, [...references, ...more]) };
  }

  /** Each action in words. */
  actions(actor: Actor, actions: Actions): Promise<string[]> {
    return this.describe.run(actor, actions);
  }

  /** One sentence for each. */
  async sentences(actor: Actor, rules: readonly Decision[]): Promise<string[]> {
    const names = await this.of(
      actor,
      rules.map(({ conditions }) => conditions),
    );
    const all = await this.actions(
      actor,
      rules.flatMap(({ actions }) => actions),
    );
    let from = 0;
    return rules.map(({ type, conditions, actions }) => {
      const said = all.slice(from, (from += actions.length));
      return ruleSentence({ type, conditions, actions: said }, names);
    });
  }
}
