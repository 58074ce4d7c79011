const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2}))?/;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/**
 * A day or time as `YYYY-MM-DD HH:MM`, the way a format of Liquid says it: `%d.%m.%Y`, `%-d %B %Y, %H:%M`. Names of months
 * and days are English, as Liquid's are. What is no date stays as it is; a letter that means nothing is left out.
 */
export function saidDate(value: string, format: string): string {
  const [, year, month, day, hour = '00', minute = '00'] = WRITTEN.exec(value.trim()) ?? [];
  if (year === undefined || month === undefined || day === undefined) return value;
  const weekday = DAYS[new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay()] ?? '';
  const monthName = MONTHS[Number(month) - 1] ?? '';
  const twelve = String(((Number(hour) + 11) % 12) + 1);
  const letters: Readonly<Record<string, string>> = {
    Y: year,
    y: year.slice(2),
    m: month,
    d: day,
    e: day,
    H: hour,
    I: twelve.padStart(2, '0'),
    l: twelve,
    M: minute,
    p: Number(hour) < 12 ? 'AM' : 'PM',
    B: monthName,
    b: monthName.slice(0, 3),
    A: weekday,
    a: weekday.slice(0, 3),
    '%': '%',
  };
  return format.replace(/%(-?)([A-Za-z%])/g, (_whole, bare: string, letter: string) => {
    const said = letters[letter] ?? '';
    return bare === '-' || letter === 'e' ? said.replace(/^0(?=\d)/, '') : said;
  });
}
