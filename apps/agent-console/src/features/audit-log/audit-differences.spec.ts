import { expect, it } from 'vitest';
import { differencesOf } from './audit-differences.ts';

const nameOf = (names: Record<number, string>) => (id: number) => names[id];
const names = { user: nameOf({ 4: 'Mia Larsen' }), brand: nameOf({ 2: 'Tideline' }), group: nameOf({}) };

it('says in words which fields were what before, and of lists only what came and went', () => {
  const before = { name: 'Agent', permissions: ['cases:view', 'cases:reply'], twoFactorRequired: false };
  const after = { name: 'Helper', permissions: ['cases:view', 'cases:note'], twoFactorRequired: true };
  expect(differencesOf({ before, after }, names)).toEqual([
    { field: 'Name', before: 'Agent', after: 'Helper' },
    { field: 'Permissions', before: 'Reply to customers', after: 'Write notes' },
    { field: 'Second factor demanded', before: 'no', after: 'yes' },
  ]);
});

it('leaves out what was and is nothing, and shows a field without a word by its own name', () => {
  const after = { description: '', someNewThing: 3 };
  expect(differencesOf({ before: null, after }, names)).toEqual([
    { field: 'some new thing', before: null, after: '3' },
  ]);
});

it('names people and brands, and gives the number of those who are gone', () => {
  const before = { userIds: [4], brandIds: [] };
  const after = { userIds: [4, 9], brandIds: [2] };
  expect(differencesOf({ before, after }, names)).toEqual([
    { field: 'Members', before: null, after: 'no. 9, now gone' },
    { field: 'Brands', before: null, after: 'Tideline' },
  ]);
});
