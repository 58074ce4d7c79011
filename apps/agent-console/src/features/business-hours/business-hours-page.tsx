import './business-hours.css';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { CalendarList } from './calendar-list.tsx';
import { CalendarPage } from './calendar-page.tsx';

/** When the desk is open: its calendars and which brand keeps which, or one calendar to change. */
export function BusinessHoursPage({ item, go }: AdminPageProps) {
  if (item === null) return <CalendarList go={go} />;
  return <CalendarPage key={item} calendarId={item === 'new' ? null : Number(item)} go={go} />;
}
