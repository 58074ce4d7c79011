/** Who reads: the language of dates and figures (BCP 47) and the IANA zone of times; left out, as the browser has them. */
export interface Reader {
  locale?: string;
  timeZone?: string;
}

let reader: Reader = {};
const formatters = new Map<string, unknown>();

/** Writes every figure, date and list from now on for this reader. Comes before the console itself is loaded. */
export function writeFor(next: Reader): void {
  reader = next;
  formatters.clear();
}

/** Who reads, for components that format by themselves. */
export function readerNow(): Reader {
  return reader;
}

/** A figure: 1,042 in English, 1.042 in German. */
export function formatNumber(figure: number, options: Intl.NumberFormatOptions = {}): string {
  return numbers(options).format(figure);
}

/** A moment (ISO 8601, milliseconds since 1970, or a Date) in the reader's zone. */
export function formatDate(at: string | number | Date, options: Intl.DateTimeFormatOptions): string {
  return dates(options).format(new Date(at));
}

/** The calendar day of a moment in the reader's zone, as 2026-11-03. */
export function calendarDay(at: string | number | Date): string {
  const day: Intl.DateTimeFormatOptions = { timeZone: reader.timeZone, dateStyle: 'short' };
  // Swedes write dates as ISO 8601 has them.
  return kept('day', () => new Intl.DateTimeFormat('sv', day)).format(new Date(at));
}

/** Words as a list: "Ana, Ben and Mia". */
export function formatList(items: Iterable<string>, type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return kept(`list ${type}`, () => new Intl.ListFormat(reader.locale, { type })).format(items);
}

/** The form of a word that fits a count; `other` where a language needs no more. */
export function plural(count: number, forms: { one: string; other: string }): string {
  const category = kept('plural', () => new Intl.PluralRules(reader.locale)).select(count);
  return category === 'one' ? forms.one : forms.other;
}

function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(`number ${JSON.stringify(options)}`, () => new Intl.NumberFormat(reader.locale, options));
}

function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const make = () => new Intl.DateTimeFormat(reader.locale, { timeZone: reader.timeZone, ...options });
  return kept(`date ${JSON.stringify(options)}`, make);
}

/** Formatters cost more to make than to use: a list of cases asks for the same ones again and again. */
function kept<Formatter extends object>(name: string, make: () => Formatter): Formatter {
  const known = formatters.get(name);
  if (isLike(known, make)) return known;
  const made = make();
  formatters.set(name, made);
  return made;
}

/** Each name stands for one kind of formatter. */
function isLike<Formatter extends object>(known: unknown, _make: () => Formatter): known is Formatter {
  return known !== undefined;
}
