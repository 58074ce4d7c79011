import { Injectable } from '@nestjs/common';
import { InsightsDimension, InsightsMetric, InsightsReport, InsightsResolution } from '@bureau/contracts';
import { InsightsReportQueries, type CountedReport, type CountedRow } from '@bureau/insights';
import { Clock } from '@bureau/platform';
import { z } from 'zod';
import type { Wish } from '../resource/desk-route.ts';
import { understood } from '../resource/understood.ts';
import { metricId, unitOf } from './insights.source.ts';

/** What is reported on when nobody says. */
const USUAL_SECONDS = 30 * 86_400;

/** A number, or its digits. */
const Whole = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number),
]);
const Moment = Whole.pipe(InsightsReport.shape.since).nullish();

/** A list, or its entries divided by commas. */
const Listed = z
  .union([z.array(z.union([z.string(), z.number()])), z.string().transform((text) => text.split(','))])
  .transform((entries) => entries.map((entry) => String(entry).trim()).filter((entry) => entry !== ''));
const Values = Listed.pipe(z.array(z.string().max(255)).max(200)).nullish();

const METRIC_BY_ID = new Map(InsightsMetric.options.map((name) => [String(metricId(name)), name]));
/** By name, or by the number that the meta data has for it. */
const Metric = z
  .string()
  .transform((sent) => METRIC_BY_ID.get(sent) ?? sent)
  .pipe(InsightsMetric);

export const ReportBody = z.object({
  resolution: InsightsResolution.nullish(),
  min_date: Moment,
  max_date: Moment,
  metrics: Listed.pipe(z.array(Metric).max(50)).nullish(),
  dimension1_name: InsightsDimension.nullish(),
  dimension1_values: Values,
  dimension2_name: InsightsDimension.nullish(),
  dimension2_values: Values,
  sort_by: z.union([z.literal('name'), Metric, z.number().transform(String).pipe(Metric)]).nullish(),
  sort_order: z.preprocess(lowered, z.enum(['asc', 'desc'])).nullish(),
  dimension1_per_page: Whole.pipe(z.number().int().min(1)).nullish(),
  dimension1_page: Whole.pipe(InsightsReport.shape.page.unwrap()).nullish(),
});
type ReportBody = z.output<typeof ReportBody>;

/** What the schema of a report calls the fields → what clients call them. */
export const REPORT_NAMES: Record<string, string> = { since: 'min_date', until: 'max_date' };

const ROWS_OF_A_PAGE = 500;

/** Counts, and says it as clients ask for it. */
@Injectable()
export class InsightsReports {
  constructor(
    private readonly reports: InsightsReportQueries,
    private readonly clock: Clock,
  ) {}

  /** Throws request.invalid. */
  async run({ actor, body }: Wish<ReportBody>): Promise<string> {
    const until = body.max_date ?? Math.ceil(this.clock.now().getTime() / 1000);
    const report = understood(InsightsReport, {
      resolution: body.resolution ?? undefined,
      since: body.min_date ?? Math.max(0, until - USUAL_SECONDS),
      until,
      metrics: body.metrics?.length ? body.metrics : [...InsightsMetric.options],
      dimension1: dimensionOf(body.dimension1_name, body.dimension1_values),
      dimension2: dimensionOf(body.dimension2_name, body.dimension2_values),
      sortBy: body.sort_by ?? undefined,
      sortOrder: body.sort_order ?? undefined,
      page: body.dimension1_page ?? undefined,
      perPage: Math.min(body.dimension1_per_page ?? 50, ROWS_OF_A_PAGE),
    });
    return JSON.stringify(written(report, await this.reports.run(actor, report)));
  }
}

function lowered(sent: unknown): unknown {
  return typeof sent === 'string' ? sent.toLowerCase() : sent;
}

function dimensionOf(name: InsightsDimension | null | undefined, values: string[] | null | undefined) {
  return name ? { name, values: values?.length ? values : undefined } : undefined;
}

function written({ metrics, dimension1, dimension2, page, perPage }: InsightsReport, { total, rows }: CountedReport) {
  const valuesAt = (index: number) => {
    const values = rows.flatMap((row) => row.values[index] ?? []);
    return [...new Map(values.map((value) => [value.id, value])).values()];
  };
  return {
    metrics: metrics.map((name) => ({ id: metricId(name), name, unit: unitOf(name) })),
    dimensions: [
      ...(dimension1
        ? [{ name: dimension1.name, total_entries: total, page, per_page: perPage, values: valuesAt(0) }]
        : []),
      ...(dimension2 ? [{ name: dimension2.name, values: valuesAt(dimension1 ? 1 : 0) }] : []),
    ],
    rows: rows.map((row) => writtenRow(row, { dimension1, dimension2 })),
  };
}

function writtenRow(
  { time, date, values, figures }: CountedRow,
  { dimension1, dimension2 }: Pick<InsightsReport, 'dimension1' | 'dimension2'>,
) {
  return {
    time,
    date,
    ...(dimension1 ? { dimension1: values[0] } : {}),
    ...(dimension2 ? { dimension2: values.at(-1) } : {}),
    ...figures,
  };
}
