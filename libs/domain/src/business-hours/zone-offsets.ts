/** From when on the clocks of a zone are so far ahead of UTC; until the next stretch begins. Milliseconds. */
export interface OffsetStretch {
  from: number;
  offset: number;
}

const DAY = 86_400_000;
/** The clocks of no zone have ever been changed twice within this, since 1970: one look in each finds every change. */
const STEP = 3 * DAY;

const clocks = new Map<string, (at: number) => number>();
const known = new Map<string, readonly OffsetStretch[]>();

/** How the clocks of a zone go during a year of UTC, the first stretch from its beginning. Reckoned once for each. */
export function offsetsOf(zone: string, year: number): readonly OffsetStretch[] {
  const key = `${zone} ${year}`;
  const stretches = known.get(key) ?? findStretches(clockOf(zone), Date.UTC(year), Date.UTC(year + 1));
  known.set(key, stretches);
  return stretches;
}

function findStretches(offsetAt: (at: number) => number, begin: number, end: number): OffsetStretch[] {
  const stretches: OffsetStretch[] = [{ from: begin, offset: offsetAt(begin) }];
  for (let at = begin; at < end - 1; at = Math.min(at + STEP, end - 1)) {
    const next = Math.min(at + STEP, end - 1);
    const offset = offsetAt(next);
    if (offset !== stretches.at(-1)?.offset) stretches.push({ from: changeBetween(offsetAt, at, next), offset });
  }
  return stretches;
}

/** The first millisecond at which the clocks go as they do at `after`. */
function changeBetween(offsetAt: (at: number) => number, before: number, after: number): number {
  const offset = offsetAt(after);
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === offset) high = middle;
    else low = middle;
  }
  return high;
}

/** Reads the clock of a zone: by how much it is ahead of UTC, in milliseconds, to the second. */
function clockOf(zone: string): (at: number) => number {
  const clock = clocks.get(zone) ?? newClock(zone);
  clocks.set(zone, clock);
  return clock;
}

function newClock(zone: string): (at: number) => number {
  const two = '2-digit';
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, hourCycle: 'h23', calendar: 'gregory', numberingSystem: 'latn' },
    ...{ year: 'numeric', month: two, day: two, hour: two, minute: two, second: two },
  });
  return (at) => {
    const [month = 1, day, year = 1970, hour, minute, second] = (format.format(at).match(/\d+/g) ?? []).map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
  };
}
