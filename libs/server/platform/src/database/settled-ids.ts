import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database } from './database.ts';
import { statement } from './statement.ts';

/** Together three seconds, after which what was settled before has to do. */
const [TRIES, PAUSE_MS] = [150, 20];

const WRITERS = statement(
  'database.writers',
  `SELECT virtualtransaction AS writer FROM pg_locks
   WHERE locktype = 'relation' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
     AND relation = $1::text::regclass AND mode = 'RowExclusiveLock'`,
);

/**
 * Up to which id a table is complete: no row with a smaller one can appear any more. Ids are given out in order, but their
 * transactions end in any order; whoever walks up from the last id that he saw would miss those that end late. A transaction
 * locks the table before it takes an id and lets go of the lock when its rows can be seen. So once those have ended who
 * held the lock when the greatest id was read, nothing below that id is missing. Nobody is kept from writing.
 */
@Injectable()
export class SettledIds {
  /** Of each table, what was settled when it was last asked. */
  private readonly known = new Map<string, number>();

  constructor(private readonly database: Database) {}

  /** `table` is a name that the program knows. Waits for writers, and not for those who begin meanwhile. */
  async upTo(table: string): Promise<number> {
    const greatest = await this.database.row<{ id: number | null }>(`SELECT max(id) AS id FROM ${table}`);
    const writers = await this.writersOf(table);
    for (let tries = TRIES; writers.size > 0; tries -= 1) {
      if (tries === 0) return this.known.get(table) ?? 0;
      await pause(PAUSE_MS);
      const present = await this.writersOf(table);
      for (const writer of writers) if (!present.has(writer)) writers.delete(writer);
    }
    const settled = Math.max(greatest?.id ?? 0, this.known.get(table) ?? 0);
    this.known.set(table, settled);
    return settled;
  }

  private async writersOf(table: string): Promise<Set<string>> {
    const rows = await this.database.rows<{ writer: string }>(WRITERS, [table]);
    return new Set(rows.map(({ writer }) => writer));
  }
}
