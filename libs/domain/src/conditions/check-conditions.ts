import { CONDITION_LIMITS, conditionsIn, type ConditionGroup, type FieldError } from '@bureau/contracts';
import type { Asking } from './facts.ts';
import { planCondition, type Language } from './plan-conditions.ts';
import { ConditionProblem } from './read-values.ts';

const NOBODY: Asking = { now: 0, userId: null, groupIds: [] };

/**
 * What is wrong with conditions whose shape is right: unknown fields, operators that a field does not know, values of
 * another type. Every error names its place below `path` and says what to do; none means that they can be planned.
 */
export function checkConditions(group: ConditionGroup, language: Language, path = 'conditions'): FieldError[] {
  const count = conditionsIn(group).length;
  if (count > CONDITION_LIMITS.conditions) {
    return [{ path, message: `At most ${CONDITION_LIMITS.conditions} conditions in all groups together.` }];
  }
  return errorsIn(group, language, path);
}

function errorsIn(group: ConditionGroup, language: Language, path: string): FieldError[] {
  return group.conditions.flatMap((node, index) => {
    const place = `${path}.conditions.${index}`;
    if (node.match !== undefined) return errorsIn(node, language, place);
    try {
      planCondition(node, language, NOBODY);
      return [];
    } catch (error) {
      if (error instanceof ConditionProblem) return [{ path: `${place}.${error.at}`, message: error.message }];
      throw error;
    }
  });
}
