import type { BusinessCalendar, DayHours, SpecialDay, WeekHours } from '@bureau/contracts';
import { formatDate, formatList } from '../../language/format.ts';
import { businessHoursWords as words } from './business-hours.words.ts';

/** The name of a day of the week, Monday being 0. */
export function weekday(index: number, width: 'long' | 'short'): string {
  return formatDate(Date.UTC(1970, 0, 5 + index), { weekday: width, timeZone: 'UTC' });
}

/** «09:00–12:00, 13:00–17:00», or that it is closed. */
export function hoursInWords(hours: DayHours): string {
  if (hours.length === 0) return words.closed;
  if (isWholeDay(hours)) return words.wholeDay;
  return hours.map(({ from, to }) => `${from}–${to}`).join(', ');
}

/** «Mon–Fri 09:00–17:00 · Sat 10:00–14:00»; days without hours are not named. */
export function weekInWords(week: WeekHours): string {
  return runsInWords(week).join(' · ');
}

/** The same, each run of days by itself. */
export function runsInWords(week: WeekHours): string[] {
  const runs: { first: number; last: number; hours: DayHours }[] = [];
  week.forEach((hours, index) => {
    const run = runs.at(-1);
    if (run && run.last === index - 1 && hoursInWords(run.hours) === hoursInWords(hours)) run.last = index;
    else runs.push({ first: index, last: index, hours });
  });
  const open = runs.filter(({ hours }) => hours.length > 0);
  if (open.length === 0) return [words.never];
  if (open.length === 1 && open[0]?.last === 6 && open[0].first === 0 && isWholeDay(open[0].hours))
    return [words.always];
  return open.map(({ first, last, hours }) => {
    const days = first === last ? weekday(first, 'short') : `${weekday(first, 'short')}–${weekday(last, 'short')}`;
    return `${days} ${hoursInWords(hours)}`;
  });
}

/** The days of a special day: «25 December – 26 December», with the year where it is of one year only. */
export function daysInWords({ from, until, everyYear }: SpecialDay): string {
  const say = (day: string) =>
    formatDate(Date.parse(day), {
      ...{ day: 'numeric', month: 'short', timeZone: 'UTC' },
      ...(everyYear ? {} : { weekday: 'short', year: 'numeric' }),
    });
  return from === until ? say(from) : `${say(from)} – ${say(until)}`;
}

/** What every desk begins with has a name in the reader's language until somebody gives it another. */
export function nameInWords({ name, isSetUp }: Pick<BusinessCalendar, 'name' | 'isSetUp'>): string {
  return !isSetUp && name === 'Office hours' ? words.officeHours : name;
}

/** Names as a list. */
export function namesInWords(names: readonly string[]): string {
  return formatList(names);
}

function isWholeDay(hours: DayHours): boolean {
  return hours.length === 1 && hours[0]?.from === '00:00' && hours[0].to === '24:00';
}
