import { BusinessHours } from './business-hours.ts';
import { BusinessHoursController } from './business-hours.controller.ts';
import { CalendarLinks } from './calendar-links.ts';
import { CalendarRepository } from './calendar.repository.ts';
import { CalendarsService } from './calendars.service.ts';
import { OpeningQueries } from './opening.queries.ts';

export { BusinessHours, type OpeningAt } from './business-hours.ts';

export const BUSINESS_HOURS_CONTROLLERS = [BusinessHoursController];

/** What the module provides for hours of business. */
export const BUSINESS_HOURS_PROVIDERS = [
  BusinessHours,
  CalendarLinks,
  CalendarRepository,
  CalendarsService,
  OpeningQueries,
];
