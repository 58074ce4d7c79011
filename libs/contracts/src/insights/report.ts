import { z } from 'zod';

/** What can be counted of the history of cases, in the order of its numbers. */
export const InsightsMetric = z.enum([
  'cases_created',
  'cases_resolved',
  'cases_reopened',
  'average_time_to_first_response',
  'average_time_to_resolution',
  'agent_replies_per_resolve',
  'first_contact_resolution',
]);
export type InsightsMetric = z.infer<typeof InsightsMetric>;

/** By what it can be told apart, besides `custom_KEY` for the custom fields of cases. */
export const InsightsDimension = z.union(
  [
    z.enum(['group', 'user', 'label', 'channel', 'brand', 'company', 'priority', 'status', 'language']),
    z.templateLiteral(['custom_', z.string().regex(/^[a-z0-9_]{1,100}$/)]),
  ],
  'There is no such dimension.',
);
export type InsightsDimension = z.infer<typeof InsightsDimension>;

export const InsightsResolution = z.enum(['hours', 'days', 'weeks', 'months']);
export type InsightsResolution = z.infer<typeof InsightsResolution>;

/** By what, and of which values: their ids or their names, `none` for cases without; absent: of all. */
const Dimension = z.object({ name: InsightsDimension, values: z.array(z.string().max(255)).max(200).optional() });

const LATEST_SECONDS = 4_102_444_800;
const Moment = z.number('Write seconds since 1970.').int().min(0).max(LATEST_SECONDS);

/** What is to be counted. */
export const InsightsReport = z
  .object({
    /** Absent: the whole time in one. */
    resolution: InsightsResolution.optional(),
    /** Seconds since 1970, the first one and the one after the last. */
    since: Moment,
    until: Moment,
    metrics: z
      .array(InsightsMetric)
      .min(1, 'Name at least one metric.')
      .transform((metrics) => [...new Set(metrics)]),
    dimension1: Dimension.optional(),
    dimension2: Dimension.optional(),
    /** The values of the first dimension stand in the order of a metric, or by their names. */
    sortBy: z.union([InsightsMetric, z.literal('name')]).optional(),
    sortOrder: z.enum(['asc', 'desc']).optional(),
    page: z.number().int().min(1).max(10_000).default(1),
    perPage: z.number().int().min(1).max(500).default(50),
  })
  .refine(({ since, until }) => since < until, { path: ['until'], message: 'The end lies before the beginning.' });
export type InsightsReport = z.infer<typeof InsightsReport>;

/** A value of a dimension; `none`: the cases without. */
export const InsightsValue = z.object({ id: z.string(), name: z.string() });
export type InsightsValue = z.infer<typeof InsightsValue>;
