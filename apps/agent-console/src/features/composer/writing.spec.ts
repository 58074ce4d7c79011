import { expect, it } from 'vitest';
import { emptyWriting, turnedTo } from './writing.ts';

const reply = {
  ...emptyWriting(3, 'key'),
  text: 'Look at the valve.',
  to: ['ana@cafe.example'],
  cc: ['rui@x.example'],
};

it('words that turn into a forward go to nobody yet, and lose no recipient of the reply', () => {
  const forward = turnedTo('forward', reply);
  expect(forward).toMatchObject({ mode: 'forward', text: 'Look at the valve.', to: null, cc: null });
  expect(turnedTo('reply', forward)).toMatchObject({ mode: 'reply', to: ['ana@cafe.example'], cc: ['rui@x.example'] });
});

it('whom a forward was for is found again after a look at the reply', () => {
  const forward = { ...turnedTo('forward', reply), to: ['legal@x.example'], subject: 'For you' };
  const back = turnedTo('forward', turnedTo('reply', forward));
  expect(back).toMatchObject({ mode: 'forward', to: ['legal@x.example'], subject: 'For you' });
});

it('what stays as it is stays the same', () => {
  expect(turnedTo('reply', reply)).toBe(reply);
});
