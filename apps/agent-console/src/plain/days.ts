import { calendarDay, formatDate } from '../language/format.ts';

/** The reader's calendar day of a moment, as a key: equal for moments of the same day in her zone. */
export function dayKey(at: string): string {
  return calendarDay(at);
}

/** A day in words: "Mon 3 Nov", with the year once it is another one than `now`'s. */
export function dayWords(at: string, now: number): string {
  const isSameYear = formatDate(at, { year: 'numeric' }) === formatDate(now, { year: 'numeric' });
  const year = isSameYear ? undefined : 'numeric';
  return formatDate(at, { weekday: 'short', day: 'numeric', month: 'short', year });
}

/** Hours and minutes of a moment: "10:02". */
export function clockWords(at: string): string {
  return formatDate(at, { timeStyle: 'short' });
}

/** Day and time of a moment, short: "3 Nov, 10:02". */
export function momentWords(at: string): string {
  return formatDate(at, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
}
