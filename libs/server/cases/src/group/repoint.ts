import type { ConditionScalar, ConditionValue } from '@bureau/contracts';

interface Pointer {
  field: string;
  from: number;
  to: number;
}

interface Asks {
  field: string;
  value?: ConditionValue | undefined;
}

type Node = Asks | { conditions: readonly Node[] };

/** Lets conditions that name one thing name another instead; of a list that names both, one is left. */
export function repoint<N extends Node>(node: N, pointer: Pointer): N {
  if ('conditions' in node) {
    return { ...node, conditions: node.conditions.map((inner) => repoint(inner, pointer)) };
  }
  if (node.field !== pointer.field || node.value === undefined) return node;
  return { ...node, value: valueOf(node.value, pointer) };
}

function valueOf(value: ConditionValue, { from, to }: Pointer): ConditionValue {
  const moved = (one: ConditionScalar): ConditionScalar => (one === from ? to : one);
  if (Array.isArray(value)) return [...new Set(value.map(moved))];
  return typeof value === 'object' ? value : moved(value);
}
