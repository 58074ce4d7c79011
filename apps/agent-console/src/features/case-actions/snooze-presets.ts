/** A time at which a case can wake, in the reader's own calendar. */
export type SnoozePreset = 'later' | 'tomorrow' | 'monday' | 'nextWeek';

export interface SnoozeChoice {
  preset: SnoozePreset;
  at: Date;
}

const MORNING = 9;
const LATER_HOURS = 3;
/** After this hour "later today" would be the night. */
const EVENING = 19;

/**
 * What is offered at a moment, in the zone of the reader's clock: later today (in three hours, on the hour, not at
 * night), tomorrow, Monday, and in a week, each at 9:00. Equal times are offered once.
 */
export function snoozeChoices(now: Date): readonly SnoozeChoice[] {
  const choices: SnoozeChoice[] = [];
  const later = onTheHour(now, now.getHours() + LATER_HOURS);
  if (now.getHours() + LATER_HOURS <= EVENING) choices.push({ preset: 'later', at: later });
  choices.push({ preset: 'tomorrow', at: morningIn(now, 1) });
  choices.push({ preset: 'monday', at: morningIn(now, daysToMonday(now)) });
  choices.push({ preset: 'nextWeek', at: morningIn(now, 7) });
  return choices.filter(({ at }, index) => choices.findIndex((one) => one.at.getTime() === at.getTime()) === index);
}

/** `2026-11-23T09:00`, as a field for date and time wants it, in the reader's zone. */
export function fieldValueOf(at: Date): string {
  const two = (figure: number) => String(figure).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The moment that such a field names; null when it names none. */
export function momentOf(value: string): Date | null {
  const at = new Date(value);
  return value === '' || Number.isNaN(at.getTime()) ? null : at;
}

function onTheHour(day: Date, hour: number): Date {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), hour);
}

function morningIn(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
}

/** 1 to 7: on a Monday it is the next one. */
function daysToMonday(now: Date): number {
  return (8 - now.getDay()) % 7 || 7;
}
