import { WeekHours, type OpeningHours, type SpecialDay } from '@bureau/contracts';
import { describe, expect, it } from 'vitest';
import { openHoursOf, type ZonedSchedule } from './open-hours.ts';

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
