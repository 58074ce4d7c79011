import { Injectable } from '@nestjs/common';
import { caseAccess } from '@bureau/cases';
import type { Actor, InsightsDimension, InsightsMetric, InsightsReport, InsightsValue } from '@bureau/contracts';
import { Clock, Database, InvalidInput } from '@bureau/platform';
import { reportStatement, tableOf } from './report.statements.ts';

/** More than this nobody reads. */
const ROWS_AT_MOST = 10_000;

/** The figures of one period, of one value of each dimension. */
export interface CountedRow {
  /** Seconds since 1970 at which the period begins; null: the whole time. */
  time: number | null;
  /** The same by the clock of the desk. */
  date: string | null;
  values: InsightsValue[];
  figures: Partial<Record<InsightsMetric, number | null>>;
}

export interface CountedReport {
  /** How many values the first dimension has in all. */
  total: number;
  /** Period by period; what nothing happened in has no row. */
  rows: CountedRow[];
}

interface ReadRow extends Pick<CountedRow, 'time' | 'date' | 'figures'> {
  key1: string;
  name1: string;
  key2: string;
  name2: string;
  total: number;
}

/** Counts what happened to cases, of those that the actor may see. */
@Injectable()
export class InsightsReportQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws request.invalid when it would be more rows than anybody reads. */
  async run(actor: Actor, report: InsightsReport): Promise<CountedReport> {
    const { dimension1, dimension2 } = report;
    const [first, second, timeZone] = await Promise.all([
      this.keysOf(dimension1),
      this.keysOf(dimension2),
      this.timeZone(),
    ]);
    const { sql, values } = reportStatement({
      report,
      keys: [first, second],
      timeZone,
      now: this.clock.now(),
      rowsAtMost: ROWS_AT_MOST,
      access: (from) => caseAccess(actor, from),
    });
    const rows = await this.database.rows<ReadRow>(sql, values);
    if (rows.length > ROWS_AT_MOST) {
      const message = 'These are too many rows: choose longer periods, a shorter time, or fewer values.';
      throw new InvalidInput([{ path: 'resolution', message }]);
    }
    return { total: rows[0]?.total ?? 0, rows: rows.map((row) => presented(row, report)) };
  }

  private async timeZone(): Promise<string> {
    const row = await this.database.row<{ zone: string }>("SELECT coalesce(time_zone, 'UTC') AS zone FROM site");
    return row?.zone ?? 'UTC';
  }

  /** Values that were named by their names, as keys. */
  private async keysOf(
    dimension: { name: InsightsDimension; values?: string[] | undefined } | undefined,
  ): Promise<string[] | undefined> {
    const values = dimension?.values;
    const table = dimension && tableOf(dimension.name);
    if (!values || !table) return values;
    const sql = `SELECT id::text AS key FROM ${table} WHERE name = ANY ($1::text[]) OR id::text = ANY ($1::text[])`;
    const found = await this.database.rows<{ key: string }>(sql, [values]);
    return [...found.map(({ key }) => key), ...values.filter((value) => value === 'none')];
  }
}

function presented({ time, date, figures, ...row }: ReadRow, { dimension1, dimension2 }: InsightsReport): CountedRow {
  const values = [
    ...(dimension1 ? [{ id: row.key1, name: row.name1 }] : []),
    ...(dimension2 ? [{ id: row.key2, name: row.name2 }] : []),
  ];
  return { time, date, values, figures };
}
