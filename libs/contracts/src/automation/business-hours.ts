import { z } from 'zod';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { TimeZone } from '../platform/site.ts';

export const CALENDAR_LIMITS = {
  /** Stretches of one day. */
  hoursOfDay: 12,
  specialDays: 1000,
  /** Days that one special day can last. */
  days: 366,
  /** Characters of a calendar file. */
  file: 500_000,
} as const;

const name = (missing: string) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(100, 'At most 100 characters.')
    .refine((words) => !/\p{Cc}/u.test(words) && words.isWellFormed(), 'Leave out control characters.');

/**
 * A stretch of one day, by the clocks of the calendar's time zone. One that ends no later than it begins goes on into the
 * next day, and belongs to the day on which it begins. The whole day is 00:00 to 24:00.
 */
export const OpeningHours = z
  .strictObject({
    from: z.string('Give a time such as 09:00.').regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Give a time such as 09:00.'),
    to: z
      .string('Give a time such as 17:00.')
      .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Give a time such as 17:00, or 24:00 for midnight.'),
  })
  .refine(({ from, to }) => from !== to, {
    path: ['to'],
    message: 'Give a time other than the beginning; a whole day is 00:00 to 24:00.',
  });
export type OpeningHours = z.infer<typeof OpeningHours>;

/** The stretches of one day in any order; none: closed. */
export const DayHours = z
  .array(OpeningHours)
  .max(CALENDAR_LIMITS.hoursOfDay, `At most ${CALENDAR_LIMITS.hoursOfDay} stretches a day.`)
  .superRefine((hours, context) => {
    hours.forEach((one, index) => {
      const other = hours.find((earlier, before) => before < index && overlap(one, earlier));
      if (!other) return;
      const message = `It overlaps with ${other.from} to ${other.to}.`;
      context.addIssue({ code: 'custom', path: [index, 'from'], message });
    });
  });
export type DayHours = z.infer<typeof DayHours>;

/** Monday first. */
export const WeekHours = z.array(DayHours).length(7, 'Give the hours of seven days, Monday first.');
export type WeekHours = z.infer<typeof WeekHours>;

/** A day that exists, from 1970 to 2099. */
export const CalendarDay = z.string('Give a day such as 2026-12-25.').refine(isDay, 'Give a day such as 2026-12-25.');

/** What is otherwise than in the week: a holiday, a fair, the week of the move. */
export const SpecialDay = z
  .strictObject({
    name: name('Give the day a name.'),
    from: CalendarDay,
    /** The last day. */
    until: CalendarDay,
    /** By month and day; 29 February only when there is one. */
    everyYear: z.boolean(),
    /** Instead of those of the week; none: closed. */
    hours: DayHours,
  })
  .superRefine(({ from, until }, context) => {
    if (!isDay(from) || !isDay(until)) return;
    const days = (Date.parse(until) - Date.parse(from)) / 86_400_000;
    if (days < 0)
      context.addIssue({ code: 'custom', path: ['until'], message: 'Give a last day that is not before the first.' });
    if (days >= CALENDAR_LIMITS.days)
      context.addIssue({ code: 'custom', path: ['until'], message: 'Give at most a year.' });
  });
export type SpecialDay = z.infer<typeof SpecialDay>;

const settings = {
  name: name('Give the calendar a name.'),
  /** Null: the desk's. */
  timeZone: TimeZone.nullable(),
  week: WeekHours,
  /** Of several for one day those of one year count before those of every year, then the first one. */
  specialDays: z
    .array(SpecialDay)
    .max(CALENDAR_LIMITS.specialDays, `At most ${CALENDAR_LIMITS.specialDays} special days.`),
};

export const BusinessCalendar = z.object({
  id: Id,
  ...settings,
  /** What the hours are reckoned in: its own time zone, or the desk's, or UTC when nobody has said one. */
  zone: z.string(),
  /** For every brand that has no calendar of its own. */
  isDefault: z.boolean(),
  /** Those that the reader may see. */
  brandIds: z.array(Id),
  /** False: it is as every desk begins, and nobody has looked at it. */
  isSetUp: z.boolean(),
  updatedAt: Timestamp,
  /** Who changed it last; null: nobody. */
  changed: z.object({ at: Timestamp, by: z.string() }).nullable(),
});
export type BusinessCalendar = z.infer<typeof BusinessCalendar>;

export const CreateCalendar = z.strictObject({
  ...settings,
  timeZone: settings.timeZone.default(null),
  specialDays: settings.specialDays.default([]),
});
export type CreateCalendar = z.infer<typeof CreateCalendar>;

/** Only what is named changes. */
export const UpdateCalendar = z
  .strictObject({
    name: settings.name.optional(),
    timeZone: settings.timeZone.optional(),
    week: settings.week.optional(),
    specialDays: settings.specialDays.optional(),
    /** Takes the place of the default that there was. */
    isDefault: z.literal(true, 'Make another calendar the default instead.').optional(),
  })
  .refine((changes) => Object.values(changes).some((value) => value !== undefined), {
    message: 'Name at least one field to change.',
  });
export type UpdateCalendar = z.infer<typeof UpdateCalendar>;

/** The text of an iCalendar file (RFC 5545) with the holidays of a country or a company. */
export const ReadHolidays = z.strictObject({
  ics: z
    .string('Give the text of the file.')
    .max(CALENDAR_LIMITS.file, `At most ${CALENDAR_LIMITS.file} characters.`)
    .refine((text) => /^\uFEFF?\s*BEGIN:VCALENDAR\s*$/im.test(text.slice(0, 200)), 'This is no calendar file (.ics).'),
});
export type ReadHolidays = z.infer<typeof ReadHolidays>;

export const HolidaysRead = z.object({
  specialDays: z.array(SpecialDay),
  /** Events that are no holidays which can be taken over, and why. */
  left: z.array(
    z.object({ name: z.string(), reason: z.enum(['no-date', 'not-whole-days', 'too-long', 'repeats-otherwise']) }),
  ),
});
export type HolidaysRead = z.infer<typeof HolidaysRead>;

/** Null: the desk's default. */
export const ChooseCalendar = z.strictObject({ calendarId: Id.nullable() });
export type ChooseCalendar = z.infer<typeof ChooseCalendar>;

/** Whether a brand is open now, and when that changes. */
export const Opening = z.object({
  brandId: Id,
  calendarId: Id,
  isOpen: z.boolean(),
  /** When it opens again; null: it is open, or not within the next years. */
  opensAt: Timestamp.nullable(),
  /** When it closes; null: it is closed, or not within the next years. */
  closesAt: Timestamp.nullable(),
});
export type Opening = z.infer<typeof Opening>;

export const calendarParams = z.object({ calendarId: IdParam });

/** Minutes since the midnight on which it begins: from and to. */
export function minutesOf({ from, to }: OpeningHours): { from: number; to: number } {
  const [begin, end] = [minute(from), minute(to)];
  return { from: begin, to: end <= begin ? end + 1440 : end };
}

function minute(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function overlap(one: OpeningHours, other: OpeningHours): boolean {
  const [a, b] = [minutesOf(one), minutesOf(other)];
  return a.from < b.to && b.from < a.to;
}

function isDay(day: string): boolean {
  if (!/^(?:19[7-9]\d|20\d\d)-\d\d-\d\d$/.test(day)) return false;
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === day;
}
