import { expect, it } from 'vitest';
import { readAddresses } from './addresses.ts';

it('reads addresses as people paste them, each once, and gives back what is none', () => {
  const text = 'ana.ferreira@example.com, "Ben Sato" <ben@example.com>;\nANA.FERREIRA@example.com\nnot an address';
  expect(readAddresses(text)).toEqual({
    invitees: [
      { email: 'ANA.FERREIRA@example.com', name: 'ANA FERREIRA' },
      { email: 'ben@example.com', name: 'Ben Sato' },
    ],
    wrong: ['not an address'],
  });
});
