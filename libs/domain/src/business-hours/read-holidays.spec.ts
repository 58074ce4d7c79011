import { describe, expect, it } from 'vitest';
import { readHolidays } from './read-holidays.ts';

const file = (...events: string[][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');

describe('a calendar file', () => {
  it('tells of holidays: once or every year, a day or several', () => {
    const ics = file(
      [
        'DTSTART;VALUE=DATE:20261225',
        'DTEND;VALUE=DATE:20261227',
        'SUMMARY:Christmas',
        'RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25',
      ],
      ['SUMMARY:Easter Monday', 'DTSTART;VALUE=DATE:20260406'],
      ['SUMMARY:Fair', 'DTSTART;VALUE=DATE:20260504', 'DURATION:P1W'],
      ['SUMMARY:Midnight to midnight', 'DTSTART;TZID="Europe/Berlin":20260601T000000', 'DTEND:20260602T000000'],
    );
    expect(readHolidays(ics)).toEqual({
      specialDays: [
        { name: 'Easter Monday', from: '2026-04-06', until: '2026-04-06', everyYear: false, hours: [] },
        { name: 'Fair', from: '2026-05-04', until: '2026-05-10', everyYear: false, hours: [] },
        { name: 'Midnight to midnight', from: '2026-06-01', until: '2026-06-01', everyYear: false, hours: [] },
        { name: 'Christmas', from: '2026-12-25', until: '2026-12-26', everyYear: true, hours: [] },
      ],
      left: [],
    });
  });

  it('says what it leaves out, and why', () => {
    const { specialDays, left } = readHolidays(
      file(
        ['SUMMARY:Meeting', 'DTSTART:20260601T100000Z', 'DTEND:20260601T110000Z'],
        ['SUMMARY:Thanksgiving', 'DTSTART;VALUE=DATE:20261126', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'],
        ['SUMMARY:Nothing'],
        ['SUMMARY:30 February', 'DTSTART;VALUE=DATE:20260230'],
        ['SUMMARY:Two years', 'DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20280101'],
        ['SUMMARY:Backwards', 'DTSTART;VALUE=DATE:20260102', 'DTEND;VALUE=DATE:20260101'],
        ['SUMMARY:Called off', 'DTSTART;VALUE=DATE:20260102', 'STATUS:CANCELLED'],
      ),
    );
    expect(specialDays).toEqual([]);
    expect(left).toEqual([
      { name: 'Meeting', reason: 'not-whole-days' },
      { name: 'Thanksgiving', reason: 'repeats-otherwise' },
      { name: 'Nothing', reason: 'no-date' },
      { name: '30 February', reason: 'no-date' },
      { name: 'Two years', reason: 'too-long' },
      { name: 'Backwards', reason: 'not-whole-days' },
    ]);
  });

  it('is read as it is folded, escaped and nested', () => {
    const { specialDays } = readHolidays(
      file([
        'DTSTART;VALUE=DATE:20261003',
        'SUMMARY;LANGUAGE=de:Tag der Deutschen Einheit\\, in ganz Deut',
        ' schland\\; auch im Norden',
        'BEGIN:VALARM',
        'SUMMARY:Not this',
        'DTSTART:20260101T090000',
        'END:VALARM',
      ]).replaceAll('\r\n', '\n'),
    );
    expect(specialDays).toMatchObject([
      { name: 'Tag der Deutschen Einheit, in ganz Deutschland; auch im Norden', from: '2026-10-03' },
    ]);
  });

  it('names a day once, whatever is said twice', () => {
    const event = ['SUMMARY:Christmas', 'DTSTART;VALUE=DATE:20261225'];
    expect(readHolidays(file(event, event)).specialDays).toHaveLength(1);
  });

  it('is read in a moment, whatever is in it', () => {
    const hostile = `BEGIN:VCALENDAR\n${'BEGIN:VEVENT\n'.repeat(20_000)}${'A;'.repeat(50_000)}${'"'.repeat(50_000)}`;
    expect(readHolidays(hostile)).toEqual({ specialDays: [], left: [] });
  });
});
