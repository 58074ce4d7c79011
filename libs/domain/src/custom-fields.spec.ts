import { describe, expect, it } from 'vitest';
import {
  changesOfCustomFields,
  customFieldKey,
  mergeCustomFields,
  type CustomFieldDefinition,
} from './custom-fields.ts';

const field = (key: string, type: CustomFieldDefinition['type'], more: Partial<CustomFieldDefinition> = {}) => ({
  key,
  label: key,
  type,
  choices: [],
  active: true,
  ...more,
});

const FIELDS = [
  field('note', 'text'),
  field('area', 'list', { choices: ['Support::Testing', 'Support::Repair', 'Sales'] }),
  field('vip', 'boolean'),
  field('orders', 'integer'),
  field('since', 'date'),
  field('old', 'text', { active: false }),
];

describe('a value', () => {
  it.each([
    ['note', 'as it is', 'as it is'],
    ['note', '👩‍🔧 ‮ مرحبا', '👩‍🔧 ‮ مرحبا'],
    ['area', 'Support::Testing', 'Support::Testing'],
    ['vip', true, true],
    ['vip', 'true', true],
    ['vip', '1', true],
    ['vip', 'false', false],
    ['vip', '0', false],
    ['orders', 42, 42],
    ['orders', '42', 42],
    ['orders', ' -7 ', -7],
    ['orders', '-0', 0],
    ['orders', '9007199254740991', 9007199254740991],
    ['since', '2024-02-29', '2024-02-29'],
    ['since', '0001-01-01', '0001-01-01'],
  ])('of %s may be %j', (key, sent, kept) => {
    expect(mergeCustomFields(FIELDS, { [key]: sent })).toEqual({ values: { [key]: kept }, errors: [] });
  });

  it.each([
    ['note', 5],
    ['note', true],
    ['note', 'x'.repeat(5_001)],
    ['note', 'a\0b'],
    ['note', '\ud800'],
    ['area', 'Support'],
    ['area', 'sales'],
    ['area', true],
    ['vip', 'yes'],
    ['vip', 2],
    ['orders', 1.5],
    ['orders', '1e3'],
    ['orders', '0x10'],
    ['orders', '9007199254740992'],
    ['orders', Number.NaN],
    ['orders', true],
    ['since', '2025-02-29'],
    ['since', '2025-13-01'],
    ['since', '2025-04-31'],
    ['since', '0000-01-01'],
    ['since', '2025-1-1'],
    ['since', '2025-01-01T00:00:00Z'],
    ['since', 20250101],
    ['old', 'new words'],
    ['unknown', 'x'],
    ['__proto__', 'x'],
    ['constructor', 'x'],
    ['toString', 'x'],
  ])('of %s may not be %j', (key, sent) => {
    const input = Object.fromEntries([[key, sent]]);

    const { errors } = mergeCustomFields(FIELDS, input);

    expect(errors).toEqual([{ path: `customFields.${key}`, message: expect.stringMatching(/^.{10,}\.$/) }]);
  });

  it.each([null, ''])('is cleared by %j, and the others stay', (nothing) => {
    const before = { note: 'x', vip: true };
    expect(mergeCustomFields(FIELDS, { note: nothing }, before)).toEqual({ values: { vip: true }, errors: [] });
  });

  it('may be sent back as it was read, though its choice or field is no longer offered', () => {
    const before = { area: 'Removed::Choice', old: 'kept' };
    expect(mergeCustomFields(FIELDS, { ...before }, before)).toEqual({ values: before, errors: [] });
  });

  it('names the choices that there are', () => {
    const [error] = mergeCustomFields(FIELDS, { area: 'Nowhere' }).errors;
    expect(error?.message).toBe('Choose "Support::Testing", "Support::Repair", "Sales".');
  });
});

describe('history', () => {
  it('tells of what differs, and of nothing else', () => {
    expect(changesOfCustomFields({ a: 1, b: 'x' }, { b: 'x', c: false })).toEqual([
      { field: 'customFields.a', from: 1, to: null },
      { field: 'customFields.c', from: null, to: false },
    ]);
  });
});

describe('the key of a new field', () => {
  it.each([
    ['Level of care', [], 'level_of_care'],
    ['Größe (cm)', [], 'grosse_cm'],
    ['2nd line', [], 'field_2nd_line'],
    ['Vip', ['vip'], 'vip_2'],
    ['Vip', ['vip', 'vip_2'], 'vip_3'],
    ['x'.repeat(200), [], 'x'.repeat(58)],
    ['客户', [], 'field'],
  ])('%s beside %j is %s', (label, taken, key) => {
    expect(customFieldKey(label, taken)).toBe(key);
  });
});
