import { expect, it } from 'vitest';
import { differencesOf } from './audit-differences.ts';

it('says in words which fields were what before, and of lists only what came and went', () => {
  const before = { name: 'Agent', permissions: ['cases:view', 'cases:reply'], twoFactorRequired: false };
  const after = { name: 'Helper', permissions: ['cases:view', 'cases:note'], twoFactorRequired: true };
  expect(differencesOf({ before, after })).toEqual([
    { field: 'Name', before: 'Agent', after: 'Helper' },
    { field: 'Permissions', before: 'Reply to customers', after: 'Write notes' },
    { field: 'Second factor demanded', before: 'no', after: 'yes' },
  ]);
});

it('leaves out what was and is nothing, and shows a field without a word by its own name', () => {
  const after = { description: '', someNewThing: 3 };
  expect(differencesOf({ before: null, after })).toEqual([{ field: 'some new thing', before: null, after: '3' }]);
});
