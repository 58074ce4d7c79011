import { readerNow } from '../language/format.ts';

const MINUTE = 60_000;

/** `2026-11-23T09:00`: a moment as a field for date and time wants it, by the reader's clock. */
export function fieldMoment(at: string | number): string {
  // Swedes write dates as ISO 8601 has them.
  const format = new Intl.DateTimeFormat('sv', {
    timeZone: readerNow().timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return format.format(new Date(at)).replace(' ', 'T');
}

/** The moment (ISO 8601) that such a field names; empty when it names none. */
export function momentOfField(value: string): string {
  const wanted = Date.parse(`${value}Z`);
  if (Number.isNaN(wanted)) return '';
  // What clocks are off then is only known of a moment: the first guess is right but for the day on which they change.
  const guess = wanted - offsetAt(wanted);
  return new Date(wanted - offsetAt(guess)).toISOString();
}

/** By how much the reader's clock is ahead of UTC, in milliseconds. */
function offsetAt(at: number): number {
  return Date.parse(`${fieldMoment(at)}Z`) - Math.floor(at / MINUTE) * MINUTE;
}
