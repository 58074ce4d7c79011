import { conditionsIn, type ConditionGroup, type RuleType } from '@bureau/contracts';
import {
  ConditionProblem,
  languageOf,
  planConditions,
  predicatesIn,
  withoutHidden,
  type Asking,
  type Field,
  type Language,
  type Plan,
  type Vocabulary,
} from '@bureau/domain';
import type { StoredRule } from './rule.repository.ts';

/** A rule that is ready to be asked. */
export interface CompiledRule extends Pick<
  StoredRule,
  'id' | 'name' | 'version' | 'brandId' | 'actions' | 'conditions' | 'stopProcessing'
> {
  type: RuleType;
  /** What it asks, at a time. Throws ConditionProblem when a field that it asks for is gone. */
  planAt(now: number): Plan;
  /** The fields that it looks at. */
  fields: readonly Field[];
  /** Whether it looks at the hours of the desk. */
  asksHours: boolean;
}

/** Rules belong to nobody: «me» is no one. */
export function askingAt(now: number): Asking {
  return { now, userId: null, groupIds: [] };
}

/** Plans its conditions once; those that compare with the present time are planned when they are asked. */
export function compileRule(rule: StoredRule, vocabulary: Vocabulary): CompiledRule {
  const { id, name, version, brandId, actions, conditions, stopProcessing, type } = rule;
  const language = languageOf(type, vocabulary);
  // A case in the trash or in spam is left alone by rules that do not speak of such.
  const asked = withoutHidden(conditions);
  const planAt = (now: number) => planConditions(asked, language, askingAt(now));
  const settings = { id, name, version, brandId, actions, conditions, stopProcessing, type };
  try {
    const plan = planAt(0);
    const fields = [...new Set(predicatesIn(plan).map(({ field }) => field))];
    const asksHours = fields.some(({ key }) => /\.businessHours/.test(key));
    return { ...settings, fields, asksHours, planAt: isTimeless(conditions, language) ? () => plan : planAt };
  } catch (error) {
    if (!(error instanceof ConditionProblem)) throw error;
    return { ...settings, fields: [], asksHours: false, planAt };
  }
}

/** Whether conditions mean the same at any time. */
function isTimeless(conditions: ConditionGroup, { vocabulary }: Language): boolean {
  return conditionsIn(conditions).every(({ field, operator }) => {
    const type = vocabulary.get(field)?.kind.type;
    return type === 'time' ? !operator.endsWith('within-last') : type !== 'hours';
  });
}
