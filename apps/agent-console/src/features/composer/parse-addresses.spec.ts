import { expect, it } from 'vitest';
import { parseAddresses, withAddresses } from './parse-addresses.ts';

it.each([
  ['ana@x.example', ['ana@x.example']],
  ['Ana Ferreira <ana@x.example>, bo@x.example; c@x.example', ['ana@x.example', 'bo@x.example', 'c@x.example']],
  ['a@x.example b@x.example\nc@x.example', ['a@x.example', 'b@x.example', 'c@x.example']],
  ['"Ferreira, Ana" <ana@x.example>', ['ana@x.example']],
  ['mailto:ana@x.example', ['ana@x.example']],
  ['ana at x', ['ana at x']],
  [' , ', []],
])('%j is %j', (written, addresses) => {
  expect(parseAddresses(written)).toEqual(addresses);
});

it('names nobody twice', () => {
  expect(withAddresses(['Ana@x.example'], ['ana@X.example', 'bo@x.example', 'bo@x.example'])).toEqual([
    'Ana@x.example',
    'bo@x.example',
  ]);
});
