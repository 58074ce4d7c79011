import { setTimeout as sleep } from 'node:timers/promises';
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { JobDefinition } from '../job-definition.ts';
import type { Attempt, JobHandler, Outcome, RunningJobs } from '../running-jobs.ts';
import { Batch } from '../../database/batch.ts';
import type { JobRows, RowAttempt } from './job-rows.ts';

/** How far ahead a timer is set for a delayed job; what is due later is found by the poll. */
export const LOOK_AHEAD_MS = 1_500;

/** One a second. */
const RECORD_TRIES = 8;

export interface StoredJob {
  payload: unknown;
}

interface Tools {
  boss: PgBoss;
  rows: JobRows;
  running: RunningJobs;
  onError(error: unknown): void;
}

/** Runs the jobs of one definition: fetches as many as there are free places, completes them in batches. */
export class PgBossWorker {
  private readonly active = new Map<Attempt, { row: RowAttempt; settled: Promise<void> }>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly completions = new Batch<string>((ids) => this.complete(ids));
  private fetching: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly job: JobDefinition<unknown>,
    private readonly handler: JobHandler,
    private readonly tools: Tools,
  ) {}

  /** Looks for work after `inMs`; at once when 0. */
  wake(inMs = 0): void {
    if (this.stopped || inMs > LOOK_AHEAD_MS) return;
    if (inMs > 0) return this.wakeLater(inMs);

    this.again = true;
    this.fetching ??= this.fetchAll()
      .catch(this.tools.onError)
      .finally(() => (this.fetching = undefined));
  }

  /** Renews the locks of what runs here and stops what another worker has taken over. */
  async renew(): Promise<void> {
    const attempts = [...this.active];
    if (attempts.length === 0) return;
    const held = await this.tools.rows.renew(attempts.map(([, { row }]) => row));
    for (const [attempt, { row }] of attempts) {
      if (!held.has(row.id)) this.tools.running.lose(attempt);
    }
  }

  async stopFetching(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers) clearTimeout(timer);
    await this.fetching;
  }

  /** Resolves when the outcome of every attempt is recorded. */
  async settled(): Promise<void> {
    await Promise.all([...this.active.values()].map(({ settled }) => settled));
  }

  private wakeLater(inMs: number): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.wake();
    }, inMs);
    this.timers.add(timer);
  }

  private async fetchAll(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      const free = this.job.concurrency - this.active.size;
      if (free <= 0) return;
      const jobs = await this.tools.boss.fetch<StoredJob>(this.job.name, {
        batchSize: free,
        includeMetadata: true,
      });
      if (jobs.length === free) this.again = true;
      for (const job of jobs) this.start(job);
    }
  }

  private start(stored: JobWithMetadata<StoredJob>): void {
    const { id, name, retryCount } = stored;
    const row = { id, name, retryCount };
    const attempt = {
      jobId: stored.singletonKey ?? id,
      number: retryCount + 1,
      payload: stored.data.payload,
      stillOwned: async () => (await this.tools.rows.renew([row])).has(id),
    };
    const settled = this.tools.running
      .run(this.job, this.handler, attempt)
      .then((outcome) => this.record(row, outcome))
      .catch(this.tools.onError)
      .finally(() => {
        this.active.delete(attempt);
        this.wake();
      });
    this.active.set(attempt, { row, settled });
  }

  /** What was done must not be forgotten, and so done again, because the database was away for a moment. */
  private async record(row: RowAttempt, outcome: Outcome): Promise<void> {
    for (let tries = 1; tries < RECORD_TRIES && !this.stopped; tries += 1) {
      try {
        return await this.settle(row, outcome);
      } catch (error) {
        this.tools.onError(error);
        await sleep(1_000);
      }
    }
    await this.settle(row, outcome);
  }

  private async settle(row: RowAttempt, outcome: Outcome): Promise<void> {
    switch (outcome.kind) {
      case 'done':
        return this.completions.add(row.id);
      case 'retry':
        await this.tools.rows.retryIn(row, outcome.inMs, outcome.error);
        return this.wake(Math.max(1, outcome.inMs));
      case 'dead':
        return this.tools.rows.bury(row, outcome.error);
      case 'given-back':
        return this.tools.rows.giveBack(row);
      case 'lost':
        return;
    }
  }

  private async complete(ids: string[]): Promise<void> {
    await this.tools.boss.complete(this.job.name, ids);
  }
}
