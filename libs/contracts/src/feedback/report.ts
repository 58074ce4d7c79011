import { z } from 'zod';
import { Channel } from '../cases/case.ts';
import { Id, IdParam } from '../ids.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { route } from '../route.ts';
import { Feedback } from './feedback.ts';

/** What a report counts by. */
export const FeedbackDimension = z.enum(['agent', 'group', 'label', 'brand', 'channel']);
export type FeedbackDimension = z.infer<typeof FeedbackDimension>;

export const FeedbackPeriod = z.enum(['day', 'week', 'month']);
export type FeedbackPeriod = z.infer<typeof FeedbackPeriod>;

/** A day as the desk's time zone has it. */
const Day = z.iso.date('Write a day such as 2026-11-03.');

const window = {
  by: FeedbackDimension.default('agent'),
  every: FeedbackPeriod.default('week'),
  /** First and last day, both counted. */
  from: Day,
  to: Day,
  /** Without: every brand that one may see. */
  brandId: IdParam.optional(),
};

const MOST_DAYS = 1100;
const DAY_MS = 86_400_000;
const daysIn = ({ from, to }: { from: string; to: string }) => (Date.parse(to) - Date.parse(from)) / DAY_MS;

export const FeedbackReportQuery = z
  .object(window)
  .refine((query) => daysIn(query) >= 0, { path: ['to'], message: 'The last day comes before the first.' })
  .refine((query) => daysIn(query) < MOST_DAYS, { path: ['to'], message: 'At most three years at once.' });
export type FeedbackReportQuery = z.infer<typeof FeedbackReportQuery>;

/**
 * What is counted. `asked`: resolutions whose customer was asked in these days. `answered`: answers that first came in
 * these days. `content`, `discontent`: of those, the good and great (yes), the poor and fair (no). `commented`: with words.
 */
export const FeedbackFigure = z.enum(['asked', 'answered', 'content', 'discontent', 'commented']);
export type FeedbackFigure = z.infer<typeof FeedbackFigure>;

const figures = {
  asked: z.number().int(),
  answered: z.number().int(),
  content: z.number().int(),
  discontent: z.number().int(),
  commented: z.number().int(),
  /** Of those asked in these days, how many have answered by now. */
  askedAndAnswered: z.number().int(),
  /** How often each rating was given, 0 to 3. */
  ratings: z.array(z.number().int()).length(4),
};

export const FeedbackFigures = z.object(figures);
export type FeedbackFigures = z.infer<typeof FeedbackFigures>;

export const FeedbackRow = z.object({
  /** The id of an agent, group, label or brand, or a channel; null: cases without any. */
  key: z.union([Id, Channel]).nullable(),
  /** Null: without any. */
  name: z.string().nullable(),
  ...figures,
});
export type FeedbackRow = z.infer<typeof FeedbackRow>;

export const FeedbackReport = z.object({
  timeZone: z.string(),
  total: FeedbackFigures,
  /** By what was asked for, most answers first, at most 200. A case with several labels counts for each of them. */
  rows: z.array(FeedbackRow),
  /** Every period of these days, also those in which nothing came; `from` is its first day. */
  periods: z.array(z.object({ from: z.string(), ...figures })),
});
export type FeedbackReport = z.infer<typeof FeedbackReport>;

/** A figure of a report: in a row, in a period, in both, or of all. */
export const FeedbackBehindQuery = z
  .object({
    ...window,
    figure: FeedbackFigure,
    /** The key of a row; `none` for what is without any. */
    key: z.string().max(20).optional(),
    /** The first day of a period. */
    period: Day.optional(),
  })
  .extend(PageQuery.shape);
export type FeedbackBehindQuery = z.infer<typeof FeedbackBehindQuery>;

/** A case behind a figure; somebody who was asked and has not answered has no rating. */
export const FeedbackBehind = z.object({
  case: Feedback.shape.case,
  customer: Feedback.shape.customer,
  assignee: Feedback.shape.assignee,
  resolution: Feedback.shape.resolution,
  askedAt: z.string().nullable(),
  rating: Feedback.shape.rating.nullable(),
  ratingType: Feedback.shape.ratingType.nullable(),
  comment: z.string(),
  submittedAt: z.string().nullable(),
});
export type FeedbackBehind = z.infer<typeof FeedbackBehind>;

export const feedbackReportApi = {
  read: route('GET', '/feedback-report', {
    summary:
      'Count what customers said of the cases that one may see, by agent, group, label, brand or channel, over time.',
    allow: 'feedback:view',
    query: FeedbackReportQuery,
    response: FeedbackReport,
  }),
  behind: route('GET', '/feedback-report/cases', {
    summary: 'List the cases behind a figure of that report: as many as the figure says.',
    allow: 'feedback:view',
    query: FeedbackBehindQuery,
    response: pageOf(FeedbackBehind),
  }),
};
