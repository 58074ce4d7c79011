import type { OpeningHours, WeekHours } from '@bureau/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openHoursOf, type OpenHours } from './open-hours.ts';

const HOUR = 3_600_000;
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'America/Sao_Paulo',
];
const YEARS = { min: Date.UTC(1970), max: Date.UTC(2100) - 1 };
const time = (minute: number) =>
  `${`${Math.floor(minute / 60)}`.padStart(2, '0')}:${`${minute % 60}`.padStart(2, '0')}`;
const someHours = fc
  .uniqueArray(fc.integer({ min: 0, max: 95 }), { maxLength: 6 })
  .map((quarters) => quarters.sort((a, b) => a - b))
  .map((quarters) =>
    Array.from({ length: Math.floor(quarters.length / 2) }, (_, index) => ({
      from: time((quarters[index * 2] ?? 0) * 15),
      to: time((quarters[index * 2 + 1] ?? 0) * 15),
    })),
  );
const nights: fc.Arbitrary<OpeningHours[]> = fc.constant([{ from: '20:00', to: '04:00' }]);
const someWeek = fc.array(fc.oneof(someHours, nights), { minLength: 7, maxLength: 7 });
const someCalendar: fc.Arbitrary<OpenHours> = fc
  .record({
    timeZone: fc.constantFrom(...ZONES),
    week: someWeek,
    specialDays: fc.array(
      fc.record({
        name: fc.constant('Day'),
        from: fc.constantFrom('2011-12-29', '2026-03-29', '2026-10-25', '2024-02-29'),
        until: fc.constantFrom('2026-10-25', '2027-01-03'),
        everyYear: fc.boolean(),
        hours: someHours,
      }),
      { maxLength: 2 },
    ),
  })
  .map(openHoursOf);
/** Near a change of clocks, or anywhere. */
const someTime = fc.oneof(
  fc.integer(YEARS),
  fc
    .tuple(
      fc.constantFrom('2026-03-29', '2026-10-25', '2011-12-30', '2026-04-04'),
      fc.integer({ min: -2 * 86_400_000, max: 2 * 86_400_000 }),
    )
    .map(([day, off]) => Date.parse(day) + off),
);
const nearby = fc.integer({ min: 0, max: 40 * 86_400_000 });
const yearsAway = fc.integer({ min: -4 * 366 * 86_400_000, max: 4 * 366 * 86_400_000 });
const runs = { numRuns: 100 };

describe('whatever the calendar', () => {
  it('two stretches are as long as the whole', () => {
    fc.assert(
      fc.property(someCalendar, someTime, fc.tuple(yearsAway, yearsAway), (open, a, [toB, toC]) => {
        const [b, c] = [a + toB, a + toC];
        expect(open.between(a, c)).toBe(open.between(a, b) + open.between(b, c));
      }),
      runs,
    );
  });

  it('open time is never more than time, and never runs backwards', () => {
    fc.assert(
      fc.property(someCalendar, someTime, nearby, (open, from, length) => {
        const passed = open.between(from, from + length);
        expect(passed).toBeGreaterThanOrEqual(0);
        expect(passed).toBeLessThanOrEqual(length);
        if (open.isOpenAt(from)) expect(open.between(from, from + 1)).toBe(1);
        else expect(open.between(from, from + 1)).toBe(0);
      }),
      runs,
    );
  });

  it('so long after is the first moment that is so long after', () => {
    fc.assert(
      fc.property(someCalendar, someTime, fc.integer({ min: 1, max: 200 * HOUR }), (open, from, length) => {
        const moment = open.add(from, length);
        if (moment >= YEARS.max) return;
        expect(open.between(from, moment)).toBe(length);
        expect(open.between(from, moment - 1)).toBe(length - 1);
      }),
      runs,
    );
  });

  it('a bound divides the moments after more than so long from those before', () => {
    fc.assert(
      fc.property(someCalendar, someTime, fc.integer({ min: -300 * HOUR, max: 300 * HOUR }), (open, now, length) => {
        const beyond = open.firstBeyond(now, length);
        if (beyond > YEARS.min) expect(open.between(now, beyond - 1)).toBeLessThanOrEqual(length);
        if (beyond < YEARS.max) expect(open.between(now, beyond)).toBeGreaterThan(length);
      }),
      runs,
    );
  });

  it('between opening and closing it is open, and just before it was closed', () => {
    fc.assert(
      fc.property(someCalendar, someTime, (open, now) => {
        const opens = open.nextOpening(now);
        if (opens === null) return;
        expect(open.isOpenAt(opens)).toBe(true);
        if (opens > now) expect(open.between(now, opens)).toBe(0);
        const closes = open.nextClosing(opens);
        if (closes === null) return;
        expect(open.isOpenAt(closes)).toBe(false);
        expect(open.between(opens, closes)).toBe(closes - opens);
      }),
      runs,
    );
  });

  it('open means that the clocks on the wall show a time within the hours of the day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), someWeek, someTime, (timeZone, week, now) => {
        const open = openHoursOf({ timeZone, week, specialDays: [] });
        expect(open.isOpenAt(now)).toBe(isOpenByTheWall(week, timeZone, now));
      }),
      { numRuns: 1_000 },
    );
  });
});

/** Asked of the clock itself, minute by minute of the day. */
function isOpenByTheWall(week: WeekHours, timeZone: string, now: number): boolean {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
  }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const today = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday'));
  const clock = `${part('hour')}:${part('minute')}`;
  const isOver = ({ from, to }: OpeningHours) => to <= from;
  return (
    (week[today] ?? []).some((one) => one.from <= clock && (isOver(one) || clock < one.to)) ||
    (week[(today + 6) % 7] ?? []).some((one) => isOver(one) && clock < one.to)
  );
}
