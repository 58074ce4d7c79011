import type { ConditionField } from '@bureau/contracts';
import { describe, expect, it } from 'vitest';
import { conditionOn, isComplete, shapeOf, withOperator, withPart } from './edit-conditions.ts';

const field = (given: Partial<ConditionField>): ConditionField => ({
  ...{ key: 'case.x', label: 'X', type: 'text', choices: [], refersTo: null, operators: ['is', 'is-empty'] },
  ...given,
});
const time = field({ key: 'case.createdAt', type: 'time', operators: ['before', 'after', 'within-last', 'is-empty'] });
const status = field({ key: 'case.status', type: 'choice', operators: ['is', 'is-not', 'greater-than', 'is-empty'] });

describe('conditions that are written', () => {
  it.each([
    [time, 'before', 'time'],
    [time, 'within-last', 'duration'],
    [time, 'is-empty', 'none'],
    [status, 'is', 'choices'],
    [status, 'greater-than', 'choice'],
    [field({ type: 'reference' }), 'is', 'things'],
    [field({ type: 'boolean' }), 'is', 'yes-no'],
    [field({ type: 'hours' }), 'at-least', 'number'],
  ] as const)('are written with what fits', (of, operator, shape) => {
    expect(shapeOf(of, operator)).toBe(shape);
  });

  it('keep their value where another operator takes it too', () => {
    const open = { field: status.key, operator: 'is', value: ['open'] } as const;
    const written = { ...open, value: [...open.value] };
    expect(withOperator(written, status, 'is-not')).toEqual({ ...written, operator: 'is-not' });
    expect(withOperator(written, status, 'is-empty')).toEqual({ field: status.key, operator: 'is-empty' });
  });

  it('are asked about only when each has what it needs', () => {
    const begun = { match: 'all' as const, conditions: [conditionOn(status)] };
    const fieldOf = () => status;
    expect(isComplete(begun, fieldOf)).toBe(false);
    expect(isComplete(withPart(begun, 0, { field: status.key, operator: 'is', value: ['new'] }), fieldOf)).toBe(true);
    expect(isComplete(withPart(begun, 0, null), fieldOf)).toBe(true);
  });
});
