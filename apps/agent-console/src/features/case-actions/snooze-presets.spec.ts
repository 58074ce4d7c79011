import { expect, it } from 'vitest';
import { fieldValueOf, momentOf, snoozeChoices } from './snooze-presets.ts';

const offered = (now: string) => snoozeChoices(new Date(now)).map(({ preset, at }) => `${preset} ${fieldValueOf(at)}`);

it('on a Wednesday morning: this afternoon, tomorrow, Monday, in a week', () => {
  expect(offered('2026-11-04T10:20:00')).toEqual([
    'later 2026-11-04T13:00',
    'tomorrow 2026-11-05T09:00',
    'monday 2026-11-09T09:00',
    'nextWeek 2026-11-11T09:00',
  ]);
});

it('in the evening nothing is put off into the night', () => {
  expect(offered('2026-11-04T18:00:00')[0]).toBe('tomorrow 2026-11-05T09:00');
});

it('on a Sunday tomorrow is Monday, offered once', () => {
  expect(offered('2026-11-08T10:00:00').map((one) => one.split(' ')[0])).toEqual(['later', 'tomorrow', 'nextWeek']);
});

it('on a Monday, Monday is the next one, which is in a week', () => {
  expect(offered('2026-11-09T10:00:00').at(-1)).toBe('monday 2026-11-16T09:00');
});

it('an empty field names no moment', () => {
  expect(momentOf('')).toBeNull();
  expect(momentOf('2026-11-09T09:00')).toEqual(new Date(2026, 10, 9, 9));
});
