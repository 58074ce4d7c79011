import { Injectable } from '@nestjs/common';
import { Batch, Database, Horizon, statement, type Statement } from '@bureau/platform';

interface Known {
  total: number;
  /** Every change since is of a transaction that began at this time or later. */
  horizon: string;
}

const changedSince = (table: string): Statement =>
  statement(
    `desk-api.changed.${table}`,
    // The greatest is read from the end of an index, whatever the plan knows of the time.
    `SELECT coalesce((SELECT max(updated_at) FROM ${table}) >= $1::timestamptz, false)
       OR coalesce((SELECT max(updated_at) FROM tombstones WHERE collection = '${table}') >= $1::timestamptz, false) AS changed`,
  );

/**
 * Counts whole tables, exactly, and not again while nothing in them has changed: a walk through 100,000 cases would count
 * them a thousand times. Whatever changes moves its row's `updated_at` or leaves a tombstone. Those who ask while others are
 * being told are told together.
 */
@Injectable()
export class CountQueries {
  private readonly known = new Map<string, Known>();
  private readonly probes = new Map<string, Statement>();
  private readonly batches = new Map<string, Batch<{ total: number }>>();

  constructor(
    private readonly database: Database,
    private readonly horizon: Horizon,
  ) {}

  /** What `count` says, which no rows but those of `tables` have a say in. */
  async total(count: Statement, tables: readonly string[]): Promise<number> {
    const asked = { total: 0 };
    await this.batchOf(count, tables).add(asked);
    return asked.total;
  }

  private batchOf(count: Statement, tables: readonly string[]): Batch<{ total: number }> {
    const found = this.batches.get(count.name) ?? new Batch((askers) => this.tell(askers, { count, tables }));
    this.batches.set(count.name, found);
    return found;
  }

  private async tell(askers: { total: number }[], of: { count: Statement; tables: readonly string[] }): Promise<void> {
    const total = await this.read(of);
    for (const asker of askers) asker.total = total;
  }

  private async read({ count, tables }: { count: Statement; tables: readonly string[] }): Promise<number> {
    const known = this.known.get(count.name);
    if (known && !(await this.hasChanged(tables, known.horizon))) return known.total;
    const horizon = await this.horizon.readClosely();
    const total = (await this.database.row<{ total: number }>(count))?.total ?? 0;
    this.known.set(count.name, { total, horizon });
    return total;
  }

  private async hasChanged(tables: readonly string[], since: string): Promise<boolean> {
    const answers = await Promise.all(
      tables.map((table) => this.database.row<{ changed: boolean }>(this.probeOf(table), [since])),
    );
    return answers.some((answer) => answer?.changed !== false);
  }

  private probeOf(table: string): Statement {
    const found = this.probes.get(table) ?? changedSince(table);
    this.probes.set(table, found);
    return found;
  }
}
