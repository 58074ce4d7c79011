import { CALENDAR_LIMITS, SpecialDay, type HolidaysRead } from '@bureau/contracts';

const DAY = 86_400_000;

/** The properties of an event: the first one of each name, with what stands between name and value. */
type Event = Map<string, { parameters: string; value: string }>;
type Reason = HolidaysRead['left'][number]['reason'];

/**
 * The holidays in a calendar file (RFC 5545): events of whole days, once or every year. What lasts hours, repeats
 * otherwise or has no date is named as left out; what was cancelled is not there.
 */
export function readHolidays(ics: string): HolidaysRead {
  const read: HolidaysRead = { specialDays: [], left: [] };
  const seen = new Set<string>();
  for (const event of eventsOf(ics)) {
    if (event.get('STATUS')?.value.toUpperCase() === 'CANCELLED') continue;
    const name = nameOf(event);
    const day = dayOf(event, name);
    if (typeof day === 'string') read.left.push({ name, reason: day });
    else if (!seen.has(JSON.stringify(day))) read.specialDays.push(day);
    seen.add(JSON.stringify(day));
  }
  read.specialDays.sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
  return read;
}

function eventsOf(ics: string): Event[] {
  const events: Event[] = [];
  let event: Event | null = null;
  /** What stands inside of an event, such as an alarm, is none of its own. */
  let inner = 0;
  // Long lines are folded: what begins with a blank goes on (RFC 5545 §3.1).
  for (const line of ics.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)) {
    const [, property = '', parameters = '', value = ''] =
      /^([A-Za-z-]+)((?:;[^:"]*(?:"[^"]*"[^:"]*)*)?):(.*)$/.exec(line) ?? [];
    const name = property.toUpperCase();
    if (name === 'BEGIN' && event) inner += 1;
    else if (name === 'BEGIN' && value.trim().toUpperCase() === 'VEVENT') event = new Map();
    else if (name === 'END' && inner > 0) inner -= 1;
    else if (name === 'END' && event) {
      events.push(event);
      event = null;
    } else if (event && inner === 0 && name !== '' && !event.has(name))
      event.set(name, { parameters, value: value.trim() });
  }
  return events;
}

function nameOf(event: Event): string {
  const text = (event.get('SUMMARY')?.value ?? '').replace(/\\(.)/g, (_, letter: string) =>
    /n/i.test(letter) ? ' ' : letter,
  );
  const words = text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  return [...words].slice(0, 100).join('').trim().slice(0, 100) || '–';
}

function dayOf(event: Event, name: string): SpecialDay | Reason {
  const from = midnightOf(event.get('DTSTART')?.value);
  if (from === null) return 'no-date';
  if (from === 'hours') return 'not-whole-days';
  const end = endOf(event, from);
  if (end === null || end <= from) return 'not-whole-days';
  if (end - from > CALENDAR_LIMITS.days * DAY) return 'too-long';
  const everyYear = repeats(event, from);
  if (everyYear === null) return 'repeats-otherwise';
  const day = SpecialDay.safeParse({ name, from: written(from), until: written(end - DAY), everyYear, hours: [] });
  return day.success ? day.data : 'no-date';
}

/** Milliseconds of the midnight that a date, or a time at midnight, names; `hours` for another time. */
function midnightOf(value: string | undefined): number | 'hours' | null {
  const [, year, month, day, time] = /^(\d{4})(\d\d)(\d\d)(?:T(\d{6})Z?)?$/.exec(value ?? '') ?? [];
  if (year === undefined) return null;
  if (time !== undefined && time !== '000000') return 'hours';
  const at = Date.parse(`${year}-${month}-${day}`);
  // The thirtieth of February would be some day of March.
  return Number.isNaN(at) || written(at) !== `${year}-${month}-${day}` ? null : at;
}

/** The midnight after the last day; null when it ends at some hour. */
function endOf(event: Event, from: number): number | null {
  const end = midnightOf(event.get('DTEND')?.value);
  if (end === 'hours') return null;
  if (end !== null) return end;
  const duration = event.get('DURATION')?.value;
  if (duration === undefined) return from + DAY;
  const [, weeks, days] = /^\+?P(?:(\d{1,3})W|(\d{1,3})D)$/i.exec(duration) ?? [];
  return weeks === undefined && days === undefined ? null : from + (Number(weeks ?? 0) * 7 + Number(days ?? 0)) * DAY;
}

/** Whether it comes every year on the same day; null when it comes otherwise. */
function repeats(event: Event, from: number): boolean | null {
  const rule = event.get('RRULE')?.value;
  if (rule === undefined) return event.has('RDATE') ? null : false;
  const date = new Date(from);
  const plain: Record<string, string> = {
    FREQ: 'YEARLY',
    INTERVAL: '1',
    BYMONTH: `${date.getUTCMonth() + 1}`,
    BYMONTHDAY: `${date.getUTCDate()}`,
  };
  const parts = rule
    .toUpperCase()
    .split(';')
    .map((part) => part.split('='));
  const isPlain = parts.every(([name = '', value]) => name === 'WKST' || plain[name] === value);
  return isPlain && parts.some(([name]) => name === 'FREQ') ? true : null;
}

function written(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
