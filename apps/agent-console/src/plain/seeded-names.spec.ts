import { expect, it } from 'vitest';
import { seededNamesGerman } from './seeded-names.words.de.ts';
import { seededName } from './seeded-names.ts';
import { englishNames } from './seeded-names.words.ts';

it('names stay as somebody gave them', () => {
  expect(seededName('filters', 'What waits', 'inbox')).toBe('What waits');
  expect(seededName('filters', 'Inbox', 'inbox')).toBe('Inbox');
  expect(seededName('roles', 'Night shift')).toBe('Night shift');
});

it('each name that a desk begins with has a German one', () => {
  for (const of of ['filters', 'folders', 'roles'] as const) {
    expect(Object.keys(seededNamesGerman[of])).toEqual(Object.keys(englishNames[of]));
  }
});
