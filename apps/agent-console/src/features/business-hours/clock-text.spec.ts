import { expect, it } from 'vitest';
import { readClock, stepClock } from './clock-text.ts';

it.each([
  ['9', '09:00'],
  ['17', '17:00'],
  ['930', '09:30'],
  ['0930', '09:30'],
  ['9.30', '09:30'],
  [' 9:30 ', '09:30'],
  ['9h', '09:00'],
  ['24', '24:00'],
  ['24:00', '24:00'],
  ['24:01', null],
  ['25', null],
  ['9:60', null],
  ['', null],
  ['noon', null],
])('a time is read as it is typed: %j is %j', (typed, clock) => {
  expect(readClock(typed)).toBe(clock);
});

it('arrows move a time within its day', () => {
  expect(stepClock('09:00', 15)).toBe('09:15');
  expect(stepClock('00:05', -15)).toBe('00:00');
  expect(stepClock('23:50', 15)).toBe('24:00');
  expect(stepClock('noon', 15)).toBe('noon');
});
