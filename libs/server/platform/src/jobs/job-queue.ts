import { AsyncLocalStorage } from 'node:async_hooks';
import type { JobDefinition } from './job-definition.ts';
import type { JobHandler } from './running-jobs.ts';

export interface AddOptions {
  /** The same id is enqueued once as long as it is known: waiting, active, dead, or finished less than `rememberMs` ago. */
  id?: string;
  /** Not before this moment. */
  runAt?: Date;
  /** Not before this many milliseconds from now. */
  delayMs?: number;
}

export interface JobToAdd<Payload> extends AddOptions {
  payload: Payload;
}

export interface QueueDepth {
  waiting: number;
  delayed: number;
  active: number;
  failed: number;
}

/** A job that used up its attempts. It stays until an administrator retries it, or for thirty days. */
export interface DeadLetter {
  /** Pass it to `retryDeadLetter`. */
  id: string;
  job: string;
  jobId: string;
  payload: unknown;
  error: string;
  failedAt: Date;
}

/** Called with the storage empty: on the first start, and whenever the queue's storage was lost. */
export type Rebuild = () => Promise<void>;

/** Handlers by job; an adapter runs them until `stopWorkers`. */
export type Handlers = ReadonlyMap<JobDefinition<unknown>, JobHandler>;

/** Where transactions are opened, and what is written into the open one. */
export interface Transactions {
  transaction<Result>(work: () => Promise<Result>): Promise<Result>;
  rows(text: string, values?: unknown[]): Promise<object[]>;
}

/** Jobs that wait for the end of the transaction in which they were added. */
interface Held {
  store(transactions: Transactions): Promise<void>;
  announce(): Promise<void>;
}

/** The one port for work that must happen later, elsewhere or again. Two adapters pass one contract test. */
export abstract class JobQueue {
  private readonly held = new AsyncLocalStorage<Held[]>();

  /** @throws ZodError when the payload does not fit the job's schema. */
  async add<Payload>(job: JobDefinition<Payload>, payload: Payload, options: AddOptions = {}): Promise<void> {
    await this.addMany(job, [{ payload, ...options }]);
  }

  /** Adds all in one round trip. @throws ZodError when one of the payloads does not fit. */
  async addMany<Payload>(job: JobDefinition<Payload>, jobs: readonly JobToAdd<Payload>[]): Promise<void> {
    if (jobs.length === 0) return;
    const held = this.held.getStore();
    if (held) {
      held.push({
        store: (transactions) => this.store(job, jobs, transactions),
        announce: () => this.announce(job, jobs),
      });
      return;
    }
    await this.store(job, jobs);
    await this.announce(job, jobs);
  }

  /**
   * A transaction whose jobs come with it: none is lost when it has been committed, none is there when it has not, and none
   * begins before it ends with what it is still about to write.
   */
  async transaction<Result>(transactions: Transactions, work: () => Promise<Result>): Promise<Result> {
    const held: Held[] = [];
    const result = await transactions.transaction(async () => {
      const done = await this.held.run(held, work);
      for (const jobs of held) await jobs.store(transactions);
      return done;
    });
    for (const jobs of held) await jobs.announce();
    return result;
  }

  /** With `transactions`: so that nobody begins them before the open transaction ends. */
  protected abstract store<Payload>(
    job: JobDefinition<Payload>,
    jobs: readonly JobToAdd<Payload>[],
    transactions?: Transactions,
  ): Promise<void>;

  /** Tells workers at once of what is stored; they find it by themselves, too. */
  protected abstract announce(job: JobDefinition<unknown>, jobs: readonly AddOptions[]): Promise<void>;

  /** Removes a job that has not begun; its id may be used again. False: it runs, has run, or never was. */
  abstract cancel(job: JobDefinition<unknown>, id: string): Promise<boolean>;

  /** Counts by queue, for metrics and the health page. */
  abstract depth(): Promise<Record<string, QueueDepth>>;

  /** The latest 200 dead jobs, newest first. */
  abstract deadLetters(): Promise<DeadLetter[]>;

  /** Gives a dead job one more attempt. False: it is not dead any more. */
  abstract retryDeadLetter(id: string): Promise<boolean>;

  /** `rebuild` must add again all that is still to be done; ids keep it from being done twice. */
  abstract onStorageLost(rebuild: Rebuild): void;

  abstract startWorkers(handlers: Handlers): Promise<void>;

  /** Takes no new job, lets the active ones finish for `graceMs`, then gives the rest back. */
  abstract stopWorkers(graceMs: number): Promise<void>;

  abstract open(): Promise<void>;

  abstract close(): Promise<void>;
}

/** Sums counts of jobs into counts of their queues. */
export function addToDepth(depths: Record<string, QueueDepth>, queue: string, counts: QueueDepth): void {
  const sum = (depths[queue] ??= { waiting: 0, delayed: 0, active: 0, failed: 0 });
  sum.waiting += counts.waiting;
  sum.delayed += counts.delayed;
  sum.active += counts.active;
  sum.failed += counts.failed;
}

/** Milliseconds from `now` until the job may run; 0 for at once. */
export function delayOf({ runAt, delayMs }: AddOptions, now = Date.now()): number {
  if (runAt) return Math.max(0, runAt.getTime() - now);
  return Math.max(0, delayMs ?? 0);
}
