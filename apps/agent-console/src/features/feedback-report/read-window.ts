import { FeedbackDimension, FeedbackPeriod } from '@bureau/contracts';
import { calendarDay } from '../../language/format.ts';

const DAY_MS = 86_400_000;
/** How far a report reaches back by itself. */
const DAYS = 28;

/** What the report is about, as its address says it. */
export interface ReportWindow {
  from: string;
  to: string;
  by: FeedbackDimension;
  every: FeedbackPeriod;
  brandId: number | null;
}

/** What the address leaves out is: by agent, week by week, the last four weeks. */
export function readWindow(query: Readonly<Record<string, string>>, now: number): ReportWindow {
  const day = (text: string | undefined) => (text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null);
  const by = FeedbackDimension.safeParse(query['by']);
  const every = FeedbackPeriod.safeParse(query['every']);
  const brandId = Number(query['brand'] ?? 0);
  return {
    from: day(query['from']) ?? calendarDay(now - (DAYS - 1) * DAY_MS),
    to: day(query['to']) ?? calendarDay(now),
    by: by.success ? by.data : 'agent',
    every: every.success ? every.data : 'week',
    brandId: Number.isInteger(brandId) && brandId > 0 ? brandId : null,
  };
}

/** As the address says it. */
export function writeWindow({ from, to, by, every, brandId }: ReportWindow): Record<string, string> {
  return { from, to, by, every, ...(brandId === null ? {} : { brand: String(brandId) }) };
}

/** In percent, without fraction; null where there is nothing to share. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 100);
}
