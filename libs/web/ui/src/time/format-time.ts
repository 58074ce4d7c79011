const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface TimeReader {
  locale: string;
  /** IANA zone; the reader's own when left out. */
  timeZone?: string;
}

/**
 * The age of `at` in one short word: "now", "14m", "3h", "6d"; from a week on the day, "3 Nov", with the year once it
 * is another. A moment in the future is "now" within a minute, otherwise its day.
 * Times are in milliseconds since 1970.
 */
export function formatAge(at: number, now: number, reader: TimeReader & { justNow: string }): string {
  const age = now - at;
  if (Math.abs(age) < minute) return reader.justNow;
  if (age > 0 && age < hour) return inUnit(Math.floor(age / minute), 'minute', reader);
  if (age > 0 && age < day) return inUnit(Math.floor(age / hour), 'hour', reader);
  if (age > 0 && age < 7 * day) return inUnit(Math.floor(age / day), 'day', reader);
  const isSameYear = yearOf(at, reader) === yearOf(now, reader);
  const year = isSameYear ? undefined : 'numeric';
  return format(at, { day: 'numeric', month: 'short', year }, reader);
}

/**
 * The age of `at` as a sentence has it: "just now", "14 min ago", "vor 3 Std."; from a week on the day. A moment in the
 * future is "in 14 min".
 */
export function formatAgo(
  at: number,
  now: number,
  reader: TimeReader & { momentAgo: string; justNow: string },
): string {
  const ahead = at - now;
  const length = Math.abs(ahead);
  if (length < minute) return ahead > 0 ? reader.justNow : reader.momentAgo;
  if (length < hour) return fromNow(ahead / minute, 'minute', reader);
  if (length < day) return fromNow(ahead / hour, 'hour', reader);
  if (length < 7 * day) return fromNow(ahead / day, 'day', reader);
  return formatAge(at, now, reader);
}

/** Day, date and time in full: "Monday 3 November 2025 at 10:02". */
export function formatExactTime(at: number, reader: TimeReader): string {
  return format(at, { dateStyle: 'full', timeStyle: 'short' }, reader);
}

/** Hours and minutes: "14:02". */
export function formatClockTime(at: number, reader: TimeReader): string {
  return format(at, { timeStyle: 'short' }, reader);
}

function inUnit(amount: number, unit: 'minute' | 'hour' | 'day', { locale }: TimeReader): string {
  const options = { style: 'unit', unit, unitDisplay: 'narrow' } as const;
  return kept(numberFormats, `${locale} ${unit}`, () => new Intl.NumberFormat(locale, options)).format(amount);
}

function fromNow(amount: number, unit: 'minute' | 'hour' | 'day', { locale }: TimeReader): string {
  const make = () => new Intl.RelativeTimeFormat(locale, { style: 'short' });
  return kept(agoFormats, locale, make).format(Math.trunc(amount), unit);
}

function yearOf(at: number, reader: TimeReader): string {
  return format(at, { year: 'numeric' }, reader);
}

function format(at: number, options: Intl.DateTimeFormatOptions, { locale, timeZone }: TimeReader): string {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  return kept(dateFormats, key, () => new Intl.DateTimeFormat(locale, { ...options, timeZone })).format(at);
}

/** Making a format takes a thousand times as long as using it, and a list uses the same few in every row. */
const numberFormats = new Map<string, Intl.NumberFormat>();
const agoFormats = new Map<string, Intl.RelativeTimeFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function kept<Format>(formats: Map<string, Format>, key: string, make: () => Format): Format {
  const format = formats.get(key) ?? make();
  formats.set(key, format);
  return format;
}
