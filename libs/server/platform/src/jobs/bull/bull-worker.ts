import type Bull from 'bull';
import type { JobDefinition } from '../job-definition.ts';
import type { Attempt, JobHandler, Outcome, RunningJobs } from '../running-jobs.ts';

export interface StoredJob {
  payload: unknown;
}

interface Tools {
  lockMs: number;
  running: RunningJobs;
  /** Called with a job that Bull made out of nothing. */
  takeBack(ghost: Bull.Job<StoredJob>): Promise<void>;
  onError(error: unknown): void;
}

/** How the outcome of an attempt is told to Bull: it asks `backoff` how long to wait after this error. */
class RetryIn extends Error {
  constructor(
    readonly ms: number,
    cause: Error,
  ) {
    super(cause.message, { cause });
  }
}

/** Bull's back-off strategy: the wait was decided together with the outcome. */
export function backoffOf(_attempt: number, error: Error): number {
  return error instanceof RetryIn ? error.ms : 0;
}

/** Runs the jobs of one definition out of its Bull queue. */
export class BullWorker {
  private readonly active = new Map<Attempt, Bull.Job<StoredJob>>();

  constructor(
    private readonly job: JobDefinition<unknown>,
    private readonly queue: Bull.Queue<StoredJob>,
    private readonly tools: Tools,
  ) {}

  start(handler: JobHandler): void {
    this.queue.process(this.job.concurrency, (stored) => this.run(handler, stored)).catch(this.tools.onError);
  }

  /** Bull renews locks silently; here a lost one is noticed and its handler stopped. */
  async renew(): Promise<void> {
    for (const [attempt, stored] of this.active) {
      if (!(await this.holds(stored))) this.tools.running.lose(attempt);
    }
  }

  /** Also when Redis is away: then there is nothing to fetch. */
  async stopFetching(): Promise<void> {
    await this.queue.pause(true, true).catch(this.tools.onError);
  }

  /** Resolves when the outcome of every attempt is recorded. */
  async settled(): Promise<void> {
    await this.queue.whenCurrentJobsFinished().catch(this.tools.onError);
  }

  private async run(handler: JobHandler, stored: Bull.Job<StoredJob>): Promise<void> {
    if (isGhost(stored)) return this.tools.takeBack(stored);
    const attempt = {
      jobId: String(stored.id),
      number: stored.attemptsMade + 1,
      payload: stored.data.payload,
      stillOwned: () => this.holds(stored),
    };
    this.active.set(attempt, stored);
    try {
      await report(stored, await this.tools.running.run(this.job, handler, attempt));
    } finally {
      this.active.delete(attempt);
    }
  }

  private async holds(stored: Bull.Job<StoredJob>): Promise<boolean> {
    return Boolean(await stored.extendLock(this.tools.lockMs));
  }
}

/** Bull takes a job in two steps: when Redis is emptied between them, the second makes one that has nothing but an id. */
function isGhost({ data }: Bull.Job<StoredJob>): boolean {
  return !('payload' in data);
}

async function report(stored: Bull.Job<StoredJob>, outcome: Outcome): Promise<void> {
  switch (outcome.kind) {
    case 'done':
      return;
    case 'retry':
      throw new RetryIn(outcome.inMs, outcome.error);
    case 'dead':
      await stored.discard();
      throw outcome.error;
    case 'given-back':
      stored.attemptsMade -= 1;
      throw new RetryIn(0, new Error('given back by a worker that stopped'));
    case 'lost':
      throw new Error('taken over by another worker');
  }
}
