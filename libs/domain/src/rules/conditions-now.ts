import type { ConditionGroup, ConditionNode } from '@bureau/contracts';

/**
 * Conditions of a rule as they can be asked of cases as they are now, when nothing is happening: «changed to Open» asks
 * whether it is open, «changed» and «changed from» can hold at any time.
 */
export function conditionsNow({ match, conditions }: ConditionGroup): ConditionGroup {
  const asked = conditions.map(nodeNow);
  // One that can hold at any time makes the whole of «any of these» hold.
  if (match === 'any' && asked.includes(null)) return { match, conditions: [] };
  return { match, conditions: asked.filter((node) => node !== null) };
}

/** Null: it can hold at any time. */
function nodeNow(node: ConditionNode): ConditionNode | null {
  if (node.match !== undefined) return conditionsNow(node);
  if (node.operator === 'changed' || node.operator === 'changed-from') return null;
  return node.operator === 'changed-to' ? { ...node, operator: 'is' } : node;
}

/** What of conditions the database can look for: those that ask for what is in hand may hold of any case. */
export function withoutHappening({ match, conditions }: ConditionGroup): ConditionGroup {
  const kept = conditions.flatMap((node): ConditionNode[] => {
    if (node.match !== undefined) return [withoutHappening(node)];
    return /^(?:message|change|satisfaction)\./.test(node.field) ? [] : [node];
  });
  if (match === 'any' && kept.length < conditions.length) return { match, conditions: [] };
  return { match, conditions: kept };
}
