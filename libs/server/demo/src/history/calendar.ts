import type { Chance } from './chance.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Office hours, UTC: when agents answer. Nobody works on Sundays, one team on Saturday mornings. */
const OFFICE = { opens: 8 * HOUR, closes: 17.5 * HOUR, closesOnSaturday: 12 * HOUR };
/** When customers are awake. */
const AWAKE = { from: 6.5 * HOUR, to: 22.5 * HOUR };

/** The same time, or the next one at which the office is staffed, some minutes after it opens. */
export function inOfficeHours(at: number, chance: Chance): number {
  let time = at;
  for (;;) {
    const sinceMidnight = time % DAY;
    const closes = closingOn(new Date(time).getUTCDay());
    if (sinceMidnight < OFFICE.opens && closes > 0) time += OFFICE.opens - sinceMidnight + chance.int(1, 90) * MINUTE;
    else if (sinceMidnight < closes) return time;
    else time += DAY - sinceMidnight;
  }
}

/** The same time, or the next one at which people write mails rather than sleep. */
export function whenAwake(at: number, chance: Chance): number {
  const sinceMidnight = at % DAY;
  if (sinceMidnight >= AWAKE.from && sinceMidnight < AWAKE.to) return at;
  const morning = at - sinceMidnight + (sinceMidnight < AWAKE.from ? 0 : DAY) + AWAKE.from;
  return morning + chance.int(1, 150) * MINUTE;
}

/** A time on a day some days ago at which a customer may begin to write; weekends are quiet. */
export function someTimeAgo(now: number, daysAgo: number, chance: Chance): number {
  const midnight = now - (now % DAY) - daysAgo * DAY;
  const weekend = [0, 6].includes(new Date(midnight).getUTCDay());
  if (weekend && chance.happens(0.7)) return someTimeAgo(now, daysAgo + chance.int(1, 4), chance);
  // Two humps: the morning's coffee and the evening's sofa.
  const hour = chance.happens(0.6) ? 8 + chance.about(2.5) : 15 + chance.about(2.5);
  return midnight + Math.min(hour, 22.4) * HOUR + chance.int(0, 59) * 1000;
}

function closingOn(weekday: number): number {
  if (weekday === 0) return 0;
  return weekday === 6 ? OFFICE.closesOnSaturday : OFFICE.closes;
}
