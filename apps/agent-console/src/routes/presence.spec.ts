import { expect, it } from 'vitest';
import { othersOf } from './presence.ts';

const mia = { id: 1, name: 'Mia', email: 'mia@desk.example', role: { id: 1, name: 'Agent' } };

it('names the others, and a colleague who is too new for the list', () => {
  const people = [
    { userId: 1, doing: 'viewing' },
    { userId: 2, doing: 'viewing' },
    { userId: 3, doing: 'writing' },
  ] as const;
  expect(othersOf([...people], [mia], 3)).toEqual({ viewing: ['Mia', 'A new colleague'], writing: [] });
});

it('says nothing when I am alone', () => {
  expect(othersOf([{ userId: 1, doing: 'writing' }], [mia], 1)).toBeUndefined();
});
