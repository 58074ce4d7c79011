import { z } from 'zod';
import { IdParam } from '../ids.ts';
import { route } from '../route.ts';
import {
  BusinessCalendar,
  calendarParams,
  ChooseCalendar,
  CreateCalendar,
  HolidaysRead,
  Opening,
  ReadHolidays,
  UpdateCalendar,
} from './business-hours.ts';

export const businessHoursApi = {
  now: route('GET', '/business-hours', {
    summary: 'Say of each brand whether it is open now, and when that changes.',
    allow: 'signed-in',
    response: z.object({ items: z.array(Opening) }),
  }),
  list: route('GET', '/business-calendars', {
    summary: 'List the calendars of business hours, the default one first.',
    allow: 'signed-in',
    response: z.object({ items: z.array(BusinessCalendar) }),
  }),
  create: route('POST', '/business-calendars', {
    summary: 'Add a calendar; it is used once a brand, or the desk, chooses it.',
    allow: 'business-hours:manage',
    body: CreateCalendar,
    response: BusinessCalendar,
    status: 201,
    idempotent: true,
  }),
  readHolidays: route('POST', '/business-calendars/read-holidays', {
    summary: 'Read the holidays of a calendar file (.ics) as special days. Nothing is saved.',
    allow: 'business-hours:manage',
    body: ReadHolidays,
    response: HolidaysRead,
  }),
  get: route('GET', '/business-calendars/:calendarId', {
    summary: 'Read a calendar.',
    allow: 'signed-in',
    params: calendarParams,
    response: BusinessCalendar,
    versioned: true,
  }),
  update: route('PATCH', '/business-calendars/:calendarId', {
    summary: 'Change a calendar, or make it the default.',
    allow: 'business-hours:manage',
    params: calendarParams,
    body: UpdateCalendar,
    response: BusinessCalendar,
    versioned: true,
  }),
  delete: route('DELETE', '/business-calendars/:calendarId', {
    summary: 'Delete a calendar that is not the default; brands that used it use the default.',
    allow: 'business-hours:manage',
    params: calendarParams,
  }),
  chooseForBrand: route('PUT', '/brands/:brandId/business-calendar', {
    summary: 'Choose the calendar of a brand, or none of its own.',
    allow: 'business-hours:manage',
    params: z.object({ brandId: IdParam }),
    body: ChooseCalendar,
  }),
};
