import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Database, LOG, statement, type Log } from '@bureau/platform';
import { FORGET, INDEX, MARK_ALL, TAKE, WIDEN } from './document.statements.ts';

const BATCH = 100;
/** How long after the index was up to date somebody looks again, in milliseconds. */
const TURN = 250;

/** Any number, the same for every process: one indexes at a time, so that no older content overtakes a newer one. */
const LOCK = statement('search.lock', 'SELECT pg_try_advisory_xact_lock(7261180) AS mine');

const WAITING = statement(
  'search.waiting',
  `SELECT EXISTS (SELECT FROM search_dirty) AS any, EXISTS (SELECT FROM search_dirty WHERE kind <> 'case') AS wide`,
);

const LOST = `SELECT EXISTS (SELECT FROM cases) AND NOT EXISTS (SELECT FROM case_search)
  AND NOT EXISTS (SELECT FROM search_dirty) AS lost`;

/**
 * Keeps the search index up to date behind the writes: works off what the database marked in them, set by set, the latest
 * first. It may be stopped anywhere; marks go in the transaction that writes what they stand for.
 */
@Injectable()
export class IndexCases {
  private running: Promise<void> | null = null;
  private stopping = new AbortController();

  constructor(
    private readonly database: Database,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** For the worker role: until {@link stop}. A desk whose index is empty gets one, while it serves. */
  start(): void {
    this.stopping = new AbortController();
    this.running = this.loop();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    this.running = null;
  }

  /** Marks everything, also documents whose case is gone; returns how many marks that were. Serving goes on meanwhile. */
  async markAll(): Promise<number> {
    return this.database.run(MARK_ALL);
  }

  /** Indexes all that is marked; returns how many documents that were. Waits while another process does so. */
  async indexWaiting(): Promise<number> {
    let total = 0;
    while (!this.stopping.signal.aborted) {
      const count = await this.indexBatch();
      if (count === 'none') return total;
      if (count === 'busy') await pause(20);
      else total += count;
    }
    return total;
  }

  private async loop(): Promise<void> {
    const { signal } = this.stopping;
    let found = false;
    while (!signal.aborted) {
      try {
        found ||= await this.findLost();
        await this.indexWaiting();
      } catch (error) {
        if (!signal.aborted)
          this.log.warn({ err: error }, 'The search index could not be brought up to date; trying again.');
      }
      await pause(TURN, undefined, { signal }).catch(() => undefined);
    }
  }

  /** After an upgrade, or when the index was lost: everything is marked. */
  private async findLost(): Promise<true> {
    const row = await this.database.row<{ lost: boolean }>(LOST);
    if (row?.lost) this.log.info({ cases: await this.markAll() }, 'Building the search index.');
    return true;
  }

  private async indexBatch(): Promise<number | 'none' | 'busy'> {
    const waiting = await this.database.row<{ any: boolean; wide: boolean }>(WAITING);
    if (!waiting?.any) return 'none';
    return this.database.transaction(async () => {
      const lock = await this.database.row<{ mine: boolean }>(LOCK);
      if (!lock?.mine) return 'busy';
      if (waiting.wide) await this.database.run(WIDEN);
      const taken = await this.database.rows<{ id: number }>(TAKE, [BATCH]);
      const ids = taken.map(({ id }) => id);
      // A later statement sees at least what the marks stand for.
      await this.database.run(FORGET, [ids]);
      return this.database.run(INDEX, [ids]);
    });
  }
}
