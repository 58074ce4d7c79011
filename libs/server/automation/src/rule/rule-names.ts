import { Injectable } from '@nestjs/common';
import { NamesQueries, referencesIn, Vocabularies, type Reference } from '@bureau/cases';
import type { Action, Actions, Actor, ConditionGroup, NamedThing, RuleType } from '@bureau/contracts';
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

  /** What the ids in actions are called; what is gone is left out. */
  namesIn(actions: Actions): Promise<NamedThing[]> {
    return this.describe.names(actions);
  }

  /** Says each of these actions, once they have been looked up together. */
  async sayAction(actor: Actor, actions: Actions): Promise<(action: Action) => string> {
    const said = await this.actions(actor, actions);
    const sentences = new Map(actions.map((action, index) => [action, said[index] ?? action.type]));
    return (action) => sentences.get(action) ?? action.type;
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
