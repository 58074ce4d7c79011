import { WeekHours, type OpeningHours, type SpecialDay } from '@bureau/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openHoursOf, type OpenHours, type ZonedSchedule } from './open-hours.ts';

const HOUR = 3_600_000;
const hours = (...texts: string[]): OpeningHours[] =>
  texts.map((text) => {
    const [from = '', to = ''] = text.split('-');
    return { from, to };
  });
const everyDay = (...texts: string[]) => WeekHours.parse(Array.from({ length: 7 }, () => hours(...texts)));
const office = WeekHours.parse([...Array.from({ length: 5 }, () => hours('09:00-17:00')), [], []]);
const calendar = (timeZone: string, week = office, specialDays: SpecialDay[] = []): ZonedSchedule => ({
  timeZone,
  week,
  specialDays,
});
const day = (name: string, from: string, more: Partial<SpecialDay> = {}): SpecialDay => ({
  ...{ name, from, until: from, everyYear: false, hours: [] },
  ...more,
});
const at = (time: string) => Date.parse(time);
const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString().replace('.000Z', 'Z'));

describe('a week in the office', () => {
  const lisbon = openHoursOf(calendar('Europe/Lisbon'));

  it.each([
    ['2026-11-03T08:59:59.999Z', false],
    ['2026-11-03T09:00:00.000Z', true],
    ['2026-11-03T16:59:59.999Z', true],
    ['2026-11-03T17:00:00.000Z', false],
    ['2026-11-07T12:00:00.000Z', false],
    ['2026-07-01T08:00:00.000Z', true],
    ['2026-07-01T16:00:00.000Z', false],
  ])('at %s: open is %s', (time, expected) => {
    expect(lisbon.isOpenAt(at(time))).toBe(expected);
  });

  it('opens again on Monday and closes in the evening', () => {
    expect(iso(lisbon.nextOpening(at('2026-11-06T17:00:00Z')))).toBe('2026-11-09T09:00:00Z');
    expect(iso(lisbon.nextOpening(at('2026-11-09T10:00:00Z')))).toBe('2026-11-09T10:00:00Z');
    expect(iso(lisbon.nextClosing(at('2026-11-09T10:00:00Z')))).toBe('2026-11-09T17:00:00Z');
    expect(iso(lisbon.nextClosing(at('2026-11-08T10:00:00Z')))).toBe('2026-11-08T10:00:00Z');
  });

  it('counts only what is open', () => {
    expect(lisbon.between(at('2026-11-06T16:00:00Z'), at('2026-11-09T10:30:00Z'))).toBe(2.5 * HOUR);
    expect(lisbon.between(at('2026-11-09T10:30:00Z'), at('2026-11-06T16:00:00Z'))).toBe(-2.5 * HOUR);
    expect(iso(lisbon.add(at('2026-11-06T16:00:00Z'), 2 * HOUR))).toBe('2026-11-09T10:00:00Z');
    expect(iso(lisbon.add(at('2026-11-06T16:00:00Z'), HOUR))).toBe('2026-11-06T17:00:00Z');
    expect(iso(lisbon.add(at('2026-11-07T12:00:00Z'), 0))).toBe('2026-11-07T12:00:00Z');
  });

  it('counts over New Year', () => {
    expect(lisbon.between(at('2025-12-31T16:00:00Z'), at('2026-01-01T10:00:00Z'))).toBe(2 * HOUR);
    expect(lisbon.between(at('2024-01-01T00:00:00Z'), at('2026-01-01T00:00:00Z'))).toBe((262 + 261) * 8 * HOUR);
  });
});

describe('hours over midnight', () => {
  const friday = WeekHours.parse([[], [], [], [], hours('22:00-06:00'), [], []]);
  it('belong to the day on which they begin', () => {
    const night = openHoursOf(calendar('UTC', friday));
    expect(iso(night.nextOpening(at('2026-11-02T00:00:00Z')))).toBe('2026-11-06T22:00:00Z');
    expect(iso(night.nextClosing(at('2026-11-06T23:00:00Z')))).toBe('2026-11-07T06:00:00Z');
    const saturdayOff = openHoursOf(calendar('UTC', friday, [day('Holiday', '2026-11-07')]));
    expect(saturdayOff.isOpenAt(at('2026-11-07T05:00:00Z'))).toBe(true);
    const fridayOff = openHoursOf(calendar('UTC', friday, [day('Holiday', '2026-11-06')]));
    expect(fridayOff.isOpenAt(at('2026-11-07T05:00:00Z'))).toBe(false);
  });

  it('never close when the day goes round', () => {
    const always = openHoursOf(calendar('Europe/Berlin', everyDay('00:00-24:00')));
    expect(always.nextClosing(at('2026-11-07T05:00:00Z'))).toBeNull();
    expect(always.between(at('2020-01-01T00:00:00Z'), at('2027-06-01T12:00:00Z'))).toBe(
      at('2027-06-01T12:00:00Z') - at('2020-01-01T00:00:00Z'),
    );
  });

  it('that never come never open', () => {
    const never = openHoursOf(calendar('Europe/Berlin', everyDay()));
    expect(never.nextOpening(at('2026-11-07T05:00:00Z'))).toBeNull();
    expect(never.between(0, at('2099-01-01T00:00:00Z'))).toBe(0);
    expect(iso(never.add(at('2026-11-07T05:00:00Z'), 1))).toBe('2100-01-01T00:00:00Z');
  });
});

describe('a special day', () => {
  const opens = (specialDays: SpecialDay[], time: string) =>
    openHoursOf(calendar('UTC', office, specialDays)).isOpenAt(at(time));

  it.each<[boolean, string, SpecialDay[]]>([
    [false, '2026-12-25T10:00:00Z', [day('Christmas', '2020-12-25', { everyYear: true })]],
    [false, '2018-12-25T10:00:00Z', [day('Christmas', '2020-12-25', { everyYear: true })]],
    [true, '2026-12-25T10:00:00Z', [day('Christmas', '2020-12-25')]],
    [true, '2026-12-24T10:00:00Z', [day('Eve', '2020-12-24', { everyYear: true, hours: hours('09:00-12:00') })]],
    [false, '2026-12-24T12:00:00Z', [day('Eve', '2020-12-24', { everyYear: true, hours: hours('09:00-12:00') })]],
    [true, '2026-11-07T10:00:00Z', [day('Fair', '2026-11-07', { hours: hours('10:00-18:00') })]],
    [false, '2027-01-01T10:00:00Z', [day('Winter', '2020-12-24', { until: '2021-01-03', everyYear: true })]],
    [false, '2026-12-30T10:00:00Z', [day('Winter', '2020-12-24', { until: '2021-01-03', everyYear: true })]],
    [true, '2027-01-04T10:00:00Z', [day('Winter', '2020-12-24', { until: '2021-01-03', everyYear: true })]],
    [true, '2027-03-01T10:00:00Z', [day('Leap', '2024-02-29', { everyYear: true })]],
    [false, '2028-02-29T10:00:00Z', [day('Leap', '2024-02-29', { everyYear: true })]],
  ])('is open %s at %s', (expected, time, specialDays) => {
    expect(opens(specialDays, time)).toBe(expected);
  });

  it('of one year counts before that of every year', () => {
    const yearly = day('Every year', '2020-12-24', { everyYear: true });
    const once = day('This year we are here', '2026-12-24', { hours: hours('09:00-12:00') });
    expect(opens([yearly, once], '2026-12-24T10:00:00Z')).toBe(true);
    expect(opens([yearly, once], '2027-12-24T10:00:00Z')).toBe(false);
  });
});

describe('clocks that are changed', () => {
  it.each<[about: string, zone: string, hours: string, from: string, to: string, expected: number]>([
    [
      'spring: an hour of the night is missing',
      'Europe/Berlin',
      '00:00-06:00',
      '2026-03-29T00:00:00+01:00',
      '2026-03-29T12:00:00+02:00',
      5,
    ],
    [
      'autumn: an hour comes twice',
      'Europe/Berlin',
      '00:00-06:00',
      '2026-10-25T00:00:00+02:00',
      '2026-10-25T12:00:00+01:00',
      7,
    ],
    [
      'the hour that is skipped',
      'Europe/Berlin',
      '02:00-03:00',
      '2026-03-29T00:00:00+01:00',
      '2026-03-30T00:00:00+02:00',
      0,
    ],
    ['half of it', 'Europe/Berlin', '02:30-03:30', '2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00', 0.5],
    [
      'the hour that comes twice',
      'Europe/Berlin',
      '02:00-03:00',
      '2026-10-25T00:00:00+02:00',
      '2026-10-26T00:00:00+01:00',
      2,
    ],
    ['a quarter of it', 'Europe/Berlin', '02:00-02:15', '2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00', 0.5],
    [
      'office hours, which no change touches',
      'America/New_York',
      '09:00-17:00',
      '2026-03-08T00:00:00-05:00',
      '2026-03-09T00:00:00-04:00',
      8,
    ],
    [
      'New York in autumn, at night',
      'America/New_York',
      '22:00-06:00',
      '2026-10-31T12:00:00-04:00',
      '2026-11-01T12:00:00-05:00',
      9,
    ],
    [
      'the south, in October',
      'Australia/Sydney',
      '00:00-06:00',
      '2026-10-04T00:00:00+10:00',
      '2026-10-04T12:00:00+11:00',
      5,
    ],
    ['no daylight saving', 'Asia/Tokyo', '00:00-06:00', '2026-03-29T00:00:00+09:00', '2026-03-29T12:00:00+09:00', 6],
    ['half an hour off', 'Asia/Kolkata', '09:00-17:30', '2026-03-29T03:30:00Z', '2026-03-29T12:00:00Z', 8.5],
    ['three quarters off', 'Asia/Kathmandu', '09:00-10:00', '2026-03-29T03:15:00Z', '2026-03-29T04:15:00Z', 1],
    [
      'Lord Howe, half an hour forward',
      'Australia/Lord_Howe',
      '00:00-06:00',
      '2026-10-04T00:00:00+10:30',
      '2026-10-04T12:00:00+11:00',
      5.5,
    ],
    [
      'Lord Howe, half an hour back',
      'Australia/Lord_Howe',
      '00:00-06:00',
      '2026-04-05T00:00:00+11:00',
      '2026-04-05T12:00:00+10:30',
      6.5,
    ],
    [
      'Samoa, which left out 30 December 2011',
      'Pacific/Apia',
      '09:00-17:00',
      '2011-12-29T00:00:00-10:00',
      '2012-01-01T00:00:00+14:00',
      16,
    ],
    [
      'Samoa, through the night that ended two days later',
      'Pacific/Apia',
      '22:00-06:00',
      '2011-12-29T12:00:00-10:00',
      '2011-12-31T12:00:00+14:00',
      8,
    ],
    [
      'midnight that is skipped',
      'America/Sao_Paulo',
      '00:00-02:00',
      '2018-11-04T01:00:00-02:00',
      '2018-11-05T00:00:00-02:00',
      1,
    ],
    [
      'Morocco, back for Ramadan',
      'Africa/Casablanca',
      '00:00-06:00',
      '2026-02-15T00:00:00+01:00',
      '2026-02-15T12:00:00+00:00',
      7,
    ],
    [
      'Liberia, three quarters of a minute off',
      'Africa/Monrovia',
      '09:00-10:00',
      '1971-06-01T09:44:30Z',
      '1971-06-01T10:44:30Z',
      1,
    ],
    ['the last year', 'Europe/Berlin', '09:00-17:00', '2099-12-31T00:00:00+01:00', '2100-01-01T00:00:00+01:00', 8],
  ])('%s', (_, zone, open, from, to, expected) => {
    expect(openHoursOf(calendar(zone, everyDay(open))).between(at(from), at(to)) / HOUR).toBe(expected);
  });

  it('leaves what closes in Berlin at five at five', () => {
    const berlin = openHoursOf(calendar('Europe/Berlin'));
    expect(iso(berlin.nextClosing(at('2026-03-27T10:00:00Z')))).toBe('2026-03-27T16:00:00Z');
    expect(iso(berlin.nextClosing(at('2026-03-30T10:00:00Z')))).toBe('2026-03-30T15:00:00Z');
  });
});

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
const nights = fc.constant(hours('20:00-04:00'));
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
