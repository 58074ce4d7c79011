import { Actions, Conditions, CreateRule } from '@bureau/contracts';
import type { Action, ConditionGroup, Rule, RuleType } from '@bureau/contracts';

/** What a form about a rule holds; the contract looks at conditions and actions when it is saved. */
export interface RuleValues {
  name: string;
  description: string;
  brandId: number | null;
  conditions: ConditionGroup;
  actions: Action[];
  stopProcessing: boolean;
  enabled: boolean;
}

export function newValues(begins: Partial<RuleValues> = {}): RuleValues {
  return {
    name: '',
    description: '',
    brandId: null,
    conditions: { match: 'all', conditions: [] },
    actions: [],
    stopProcessing: false,
    enabled: false,
    ...begins,
  };
}

/** A rule as it is, to be changed. */
export function valuesOf(rule: Rule): RuleValues {
  const { name, description, brandId, conditions, actions, stopProcessing, enabled } = rule;
  return { name, description, brandId, conditions, actions, stopProcessing, enabled };
}

/** The values as the desk takes them. Throws ZodError on what `checkOf` finds. */
export function bodyOf(type: RuleType, values: RuleValues): CreateRule {
  return CreateRule.parse({ type, ...values });
}

/** What the contract says of the values of a rule of a type. */
export function checkOf(type: RuleType) {
  return { safeParse: (values: RuleValues) => CreateRule.safeParse({ type, ...values }) };
}

/** What is asked and done, when both are written so far that they can be tried. */
export function triable({ conditions, actions }: RuleValues) {
  const asked = Conditions.safeParse(conditions);
  const done = Actions.min(1).safeParse(actions);
  return asked.success && done.success ? { conditions: asked.data, actions: done.data } : null;
}
