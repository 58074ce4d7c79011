import { openHoursOf, type OpenHours, type Schedule } from '@bureau/domain';
import { formatDate } from '../../language/format.ts';
import { businessHoursWords as words } from './business-hours.words.ts';

const DAY = 86_400_000;

/** Whether it is open, and until when, by the clocks of the calendar. */
export function openingInWords(hours: OpenHours, zone: string, now: number): { isOpen: boolean; text: string } {
  const isOpen = hours.isOpenAt(now);
  const change = isOpen ? hours.nextClosing(now) : hours.nextOpening(now);
  if (change === null) return { isOpen, text: isOpen ? words.openAlways : words.closedAlways };
  const moment = momentInWords(change, zone, now);
  return { isOpen, text: isOpen ? words.openUntil(moment) : words.opens(moment) };
}

/** The hours of a calendar that is being written. */
export function hoursOfDraft(schedule: Schedule, zone: string): OpenHours {
  return openHoursOf({ timeZone: zone, week: schedule.week, specialDays: schedule.specialDays });
}

/** «17:00» today, «Mon 09:00» within a week, with the day further on. */
function momentInWords(at: number, timeZone: string, now: number): string {
  const clock = { hour: '2-digit', minute: '2-digit', timeZone } as const;
  const isToday = dayOf(at, timeZone) === dayOf(now, timeZone);
  if (isToday) return formatDate(at, clock);
  if (at - now < 6 * DAY) return formatDate(at, { weekday: 'short', ...clock });
  return formatDate(at, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', ...clock });
}

function dayOf(at: number, timeZone: string): string {
  return formatDate(at, { year: 'numeric', month: 'numeric', day: 'numeric', timeZone });
}
