import type { Condition, ConditionField, ConditionGroup, ConditionNode, ConditionOperator } from '@bureau/contracts';
import { ConditionOperator as Operators } from '@bureau/contracts';
import { headerNameOf } from '@bureau/domain';

/** What a value is written with; `none`: the operator needs none. */
export type ValueShape =
  'none' | 'text' | 'number' | 'day' | 'time' | 'duration' | 'yes-no' | 'choice' | 'choices' | 'things';

const VALUELESS: readonly string[] = ['is-empty', 'is-not-empty', 'changed'];
const DURATIONS: readonly string[] = ['within-last', 'not-within-last'];
const EQUAL: readonly string[] = ['is', 'is-not', 'is-within', 'is-not-within', 'changed-from', 'changed-to'];

/** With what the value of a condition is written. */
export function shapeOf({ type }: ConditionField, operator: ConditionOperator): ValueShape {
  if (VALUELESS.includes(operator)) return 'none';
  if (DURATIONS.includes(operator)) return 'duration';
  switch (type) {
    case 'choice':
    case 'list':
      return EQUAL.includes(operator) ? 'choices' : 'choice';
    case 'reference':
      return 'things';
    case 'integer':
    case 'hours':
      return 'number';
    case 'boolean':
      return 'yes-no';
    case 'date':
      return 'day';
    case 'time':
      return 'time';
    case 'text':
      return 'text';
  }
}

/** The operators of a field that this editor knows. */
export function operatorsOf({ operators }: ConditionField): ConditionOperator[] {
  return Operators.options.filter((operator) => operators.includes(operator));
}

/** A first condition about a field, to be filled. */
export function conditionOn(field: ConditionField): Condition {
  const [operator = 'is'] = operatorsOf(field);
  return withValue({ field: field.key, operator }, emptyValue(shapeOf(field, operator)));
}

/** Another operator; the value stays where it can still be written the same way. */
export function withOperator(condition: Condition, field: ConditionField, operator: ConditionOperator): Condition {
  const shape = shapeOf(field, operator);
  const isSame = shape === shapeOf(field, condition.operator);
  return withValue({ field: condition.field, operator }, isSame ? condition.value : emptyValue(shape));
}

export function withValue({ field, operator }: Condition, value: Condition['value']): Condition {
  return value === undefined ? { field, operator } : { field, operator, value };
}

function emptyValue(shape: ValueShape): Condition['value'] {
  if (shape === 'yes-no') return true;
  return shape === 'duration' ? { amount: 1, unit: 'days' } : undefined;
}

/** A group with one of its parts replaced, or (null) without it. */
export function withPart(group: ConditionGroup, at: number, part: ConditionNode | null): ConditionGroup {
  const conditions = part === null ? group.conditions.toSpliced(at, 1) : group.conditions.with(at, part);
  return { ...group, conditions };
}

export function withMore(group: ConditionGroup, part: ConditionNode): ConditionGroup {
  return { ...group, conditions: [...group.conditions, part] };
}

/** The values of a condition that can have several. */
export function valuesOf({ value }: Condition): (string | number | boolean)[] {
  if (Array.isArray(value)) return value;
  return value === undefined || typeof value === 'object' ? [] : [value];
}

/** Whether every condition has what it needs, so that the desk can be asked. */
export function isComplete(group: ConditionGroup, fieldOf: (key: string) => ConditionField | undefined): boolean {
  return group.conditions.every((node) => {
    if (node.match !== undefined) return isComplete(node, fieldOf);
    if (headerNameOf(node.field) === '') return false;
    const field = fieldOf(node.field);
    return !field || shapeOf(field, node.operator) === 'none' || (node.value !== undefined && node.value !== '');
  });
}
