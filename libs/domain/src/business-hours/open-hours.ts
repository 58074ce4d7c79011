import { localSpans, joined, type Schedule, type Span } from './local-hours.ts';
import { offsetsOf } from './zone-offsets.ts';

const DAY = 86_400_000;
const FIRST_YEAR = 1970;
const LAST_YEAR = 2099;
/** Before and from here on nothing is open. */
const FLOOR = Date.UTC(FIRST_YEAR);
const CEILING = Date.UTC(LAST_YEAR + 1);
/** So many years further nobody looks for the next opening or closing. */
const YEARS_AHEAD = 3;

/** A calendar as it is asked: all times and lengths in milliseconds, times since 1970. */
export interface OpenHours {
  isOpenAt(at: number): boolean;
  /** `at` itself while it is open; null: not within the next years. */
  nextOpening(at: number): number | null;
  /** `at` itself while it is closed; null: not within the next years. */
  nextClosing(at: number): number | null;
  /** How long it is open between two times; negative when the second one is earlier. */
  between(from: number, to: number): number;
  /** The first moment by which it has been open for so long (not negative) since `from`. At 2100 it ends. */
  add(from: number, length: number): number;
  /** The first moment at which `between(from, moment)` is more than `length`, which may be negative. */
  firstBeyond(from: number, length: number): number;
}

/** A calendar with its time zone (IANA). */
export interface ZonedSchedule extends Schedule {
  timeZone: string;
}

/** The open hours of a year of UTC, in order, each with what came before it in the year. */
interface Year {
  spans: readonly (Span & { before: number })[];
  total: number;
}

/**
 * A moment is open when the clocks in the zone show a time within the hours of their day. So an hour that is skipped in
 * spring is missing, and one that comes twice in autumn counts twice; a day that a country left out has no hours.
 */
export function openHoursOf(calendar: ZonedSchedule): OpenHours {
  const years = new Map<number, Year>();
  const yearOf = (year: number): Year => {
    const known = years.get(year) ?? reckonYear(calendar, year);
    years.set(year, known);
    return known;
  };
  const between = (from: number, to: number): number => {
    if (to < from) return 0 - between(to, from);
    const [first, last] = [yearAt(from), yearAt(to)];
    let whole = 0;
    for (let year = first; year < last; year++) whole += yearOf(year).total;
    return whole + passed(yearOf(last), to) - passed(yearOf(first), from);
  };
  return {
    isOpenAt: (at) => spanAt(yearOf(yearAt(at)), at) !== undefined,
    nextOpening: (at) => nextOpening(yearOf, at),
    nextClosing: (at) => nextClosing(yearOf, at),
    between,
    add: (from, length) => (length <= 0 ? from : seek(yearOf, from, { length, beyond: false })),
    firstBeyond: (from, length) => seek(yearOf, from, { length, beyond: true }),
  };
}

type YearOf = (year: number) => Year;

function yearAt(at: number): number {
  return new Date(Math.min(Math.max(at, FLOOR), CEILING - 1)).getUTCFullYear();
}

/** Clocks on the wall show `at + offset`: what is open by them, moved back by the offset, for as long as that one holds. */
function reckonYear(calendar: ZonedSchedule, year: number): Year {
  const [begin, end] = [Date.UTC(year), Date.UTC(year + 1)];
  // Clocks differ from UTC by less than a day, and hours may have begun on the day before.
  const local = localSpans(calendar, begin / DAY - 3, end / DAY + 1);
  const stretches = offsetsOf(calendar.timeZone, year);
  const spans = stretches.flatMap(({ from, offset }, index) => {
    const below = stretches[index + 1]?.from ?? end;
    return local
      .map((span) => ({ from: Math.max(span.from - offset, from), below: Math.min(span.below - offset, below) }))
      .filter((span) => span.from < span.below);
  });
  let before = 0;
  const counted = joined(spans).map((span) => {
    const one = { ...span, before };
    before += span.below - span.from;
    return one;
  });
  return { spans: counted, total: before };
}

/** The place of the first span of which a test is true; the test is false for all before it. */
function firstSpan({ spans }: Year, test: (span: Year['spans'][number]) => boolean): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const span = spans[middle];
    if (span && test(span)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function spanAt(year: Year, at: number): Span | undefined {
  const span = year.spans[firstSpan(year, ({ below }) => below > at)];
  return span && span.from <= at ? span : undefined;
}

/** How long it has been open in the year until then. */
function passed(year: Year, at: number): number {
  const span = year.spans[firstSpan(year, ({ below }) => below > at)];
  return span === undefined ? year.total : span.before + Math.max(0, at - span.from);
}

function nextOpening(yearOf: YearOf, at: number): number | null {
  const first = yearAt(at);
  for (let number = first; number <= Math.min(first + YEARS_AHEAD, LAST_YEAR); number++) {
    const year = yearOf(number);
    const span = year.spans[firstSpan(year, ({ below }) => below > at)];
    if (span) return Math.max(span.from, at);
  }
  return null;
}

function nextClosing(yearOf: YearOf, at: number): number | null {
  const first = yearAt(at);
  let closes = at;
  for (let number = first; number <= Math.min(first + YEARS_AHEAD, LAST_YEAR); number++) {
    const span = spanAt(yearOf(number), closes);
    if (!span) return closes;
    closes = span.below;
    // Whether it goes on after New Year is for the next year to tell.
    if (closes < Date.UTC(number + 1)) return closes;
  }
  return null;
}

/** Where the open time since `from` reaches a length, or goes beyond it. Within what can be reckoned: 1970 to 2100. */
function seek(yearOf: YearOf, from: number, { length, beyond }: { length: number; beyond: boolean }): number {
  let number = yearAt(from);
  let wanted = passed(yearOf(number), from) + length;
  while (beyond ? wanted < 0 : wanted <= 0) {
    if (number === FIRST_YEAR) return FLOOR;
    number -= 1;
    wanted += yearOf(number).total;
  }
  while (beyond ? wanted >= yearOf(number).total : wanted > yearOf(number).total) {
    if (number === LAST_YEAR) return CEILING;
    wanted -= yearOf(number).total;
    number += 1;
  }
  const year = yearOf(number);
  const reaches = (total: number) => (beyond ? total > wanted : total >= wanted);
  const span = year.spans[firstSpan(year, (one) => reaches(one.before + one.below - one.from))];
  if (!span) return CEILING;
  return span.from + (wanted - span.before) + (beyond ? 1 : 0);
}
