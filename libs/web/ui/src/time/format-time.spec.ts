// @vitest-environment node
import { expect, it } from 'vitest';
import { formatAge, formatClockTime, formatExactTime } from './format-time.ts';

const reader = { locale: 'en-GB', timeZone: 'Europe/Berlin', justNow: 'now' };
const now = Date.parse('2026-11-21T12:00:00Z');

it.each([
  { at: '2026-11-21T11:59:30Z', says: 'now' },
  { at: '2026-11-21T12:00:20Z', says: 'now' },
  { at: '2026-11-21T11:46:00Z', says: '14m' },
  { at: '2026-11-21T09:00:00Z', says: '3h' },
  { at: '2026-11-15T12:00:00Z', says: '6d' },
  { at: '2026-11-03T12:00:00Z', says: '3 Nov' },
  { at: '2025-11-03T12:00:00Z', says: '3 Nov 2025' },
  { at: '2026-12-24T12:00:00Z', says: '24 Dec' },
])('a message of $at is "$says" old at noon on 21 November', ({ at, says }) => {
  expect(formatAge(Date.parse(at), now, reader)).toBe(says);
});

it("exact times are in the reader's zone", () => {
  expect(formatExactTime(now, reader)).toMatch(/^Saturday,? 21 November 2026 at 13:00$/);
  expect(formatClockTime(now, reader)).toBe('13:00');
});
