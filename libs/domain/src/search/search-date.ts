const DAY_MS = 86_400_000;
const UNITS: Record<string, number> = { h: DAY_MS / 24, d: DAY_MS, w: 7 * DAY_MS, m: 30 * DAY_MS, y: 365 * DAY_MS };
const RELATIVE = /^(\d{1,4})([hdwmy])$/i;
const CALENDAR = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

/**
 * The moment that `before:` and `after:` mean, in UTC: a year, a month or a day begins; `7d`, `2w`, `3m`, `1y` and `12h`
 * lie back from now. Undefined when it is no date.
 */
export function searchDate(value: string, now: Date): Date | undefined {
  const words = value.toLowerCase();
  if (words === 'now') return now;
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  if (words === 'today') return new Date(today);
  if (words === 'yesterday') return new Date(today - DAY_MS);

  const [, count, unit = ''] = RELATIVE.exec(words) ?? [];
  const length = UNITS[unit];
  if (count !== undefined && length !== undefined) return inRange(new Date(now.getTime() - Number(count) * length));
  return calendarDate(words);
}

function calendarDate(value: string): Date | undefined {
  const [, year, month = '1', day = '1'] = CALENDAR.exec(value) ?? [];
  if (year === undefined) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return exists ? inRange(date) : undefined;
}

/** PostgreSQL knows years without a sign; so do people. */
function inRange(date: Date): Date | undefined {
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date : undefined;
}
