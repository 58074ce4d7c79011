import type { Condition, ConditionGroup } from './conditions.ts';

/** The conditions in a group and in those below it. */
export function conditionsIn(group: ConditionGroup): Condition[] {
  return group.conditions.flatMap((node) => (node.match === undefined ? [node] : conditionsIn(node)));
}
