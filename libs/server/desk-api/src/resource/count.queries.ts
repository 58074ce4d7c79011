import { Injectable } from '@nestjs/common';
import { Batch, Database, Horizon, type Statement } from '@bureau/platform';
import type { Bind } from './sql.ts';

/** What a count said. */
export interface Counted {
  total: number;
  /** Every change since is of a transaction that began at this time or later. */
  horizon: string;
}

/** Whether anything in `tables` has changed since, as an expression; nothing is known of a count that never was. */
export function changedSince(tables: readonly string[], counted: Counted | undefined): (bind: Bind) => string {
  return (bind) => {
    const horizon = `${bind(counted?.horizon ?? '-infinity')}::timestamptz`;
    // The greatest is read from the end of an index, whatever the plan knows of the time.
    const tests = tables.flatMap((table) => [
      `coalesce((SELECT max(updated_at) FROM ${table}) >= ${horizon}, false)`,
      `coalesce((SELECT max(updated_at) FROM tombstones WHERE collection = '${table}') >= ${horizon}, false)`,
    ]);
    return `(${tests.join(' OR ')})`;
  };
}

/**
 * Counts whole tables, exactly, and remembers it: a walk through 100,000 cases would count them a thousand times. Whatever
 * changes moves its row's `updated_at` or leaves a tombstone. Those who ask while others are being told are told together.
 */
@Injectable()
export class CountQueries {
  private readonly known = new Map<string, Counted>();
  private readonly batches = new Map<string, Batch<{ total: number }>>();

  constructor(
    private readonly database: Database,
    private readonly horizon: Horizon,
  ) {}

  /** What a count said when it was asked the last time. It holds until something {@link changedSince}. */
  last(count: Statement): Counted | undefined {
    return this.known.get(count.name);
  }

  /** What a count says now. */
  async total(count: Statement): Promise<number> {
    const asked = { total: 0 };
    await this.batchOf(count).add(asked);
    return asked.total;
  }

  private batchOf(count: Statement): Batch<{ total: number }> {
    const found = this.batches.get(count.name) ?? new Batch((askers) => this.tell(askers, count));
    this.batches.set(count.name, found);
    return found;
  }

  private async tell(askers: { total: number }[], count: Statement): Promise<void> {
    const horizon = await this.horizon.readClosely();
    const total = (await this.database.row<{ total: number }>(count))?.total ?? 0;
    this.known.set(count.name, { total, horizon });
    for (const asker of askers) asker.total = total;
  }
}
