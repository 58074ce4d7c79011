import { setTimeout as sleep } from 'node:timers/promises';
import { ZodError } from 'zod';
import type { JobDefinition } from './job-definition.ts';

export interface JobContext {
  jobId: string;
  /** 1 for the first attempt. */
  attempt: number;
  /** Aborted when time is up, when the process stops, or when the job went to another worker. */
  signal: AbortSignal;
  /**
   * Call it right before an effect that must not happen twice: a worker that was frozen learns here that its job
   * now belongs to another. @throws JobLost
   */
  assertOwned(): Promise<void>;
}

export type JobHandler = (payload: unknown, context: JobContext) => Promise<unknown>;

/** One attempt as an adapter hands it over. */
export interface Attempt {
  jobId: string;
  number: number;
  payload: unknown;
  /** True while this worker holds the job. */
  stillOwned(): Promise<boolean>;
}

export type Outcome =
  | { kind: 'done' }
  | { kind: 'retry'; inMs: number; error: Error }
  | { kind: 'dead'; error: Error }
  | { kind: 'given-back' }
  | { kind: 'lost' };

/** Another worker has taken the job over; nothing more may be done for it here. */
export class JobLost extends Error {
  override name = 'JobLost';
}

/** Thrown by a handler that knows that no further attempt can help: the job is dead at once. */
export class JobRefused extends Error {
  override name = 'JobRefused';
}

/** This worker goes down and has waited long enough; the job begins anew elsewhere. */
export class WorkerStopping extends Error {
  override name = 'WorkerStopping';
}

interface Running {
  claims: boolean;
  controller: AbortController;
  settled: Promise<unknown>;
}

/** The attempts that run in this process: payload parsed, time limited, outcome decided the same way for both adapters. */
export class RunningJobs {
  private readonly running = new Map<Attempt, Running>();

  get size(): number {
    return this.running.size;
  }

  run(job: JobDefinition<unknown>, handler: JobHandler, attempt: Attempt): Promise<Outcome> {
    const controller = new AbortController();
    const outcome = this.attempt(job, { handler, attempt, controller }).finally(() => this.running.delete(attempt));
    this.running.set(attempt, { claims: job.claims, controller, settled: outcome });
    return outcome;
  }

  /** Tells the handler that another worker has its job, or nobody any more, unless a claim says whose the work is. */
  lose(attempt: Attempt): void {
    const running = this.running.get(attempt);
    if (running && !running.claims) running.controller.abort(new JobLost(`job ${attempt.jobId} was taken over`));
  }

  /** Waits for the running attempts; after `graceMs` it asks them to stop and waits one more second. */
  async drain(graceMs: number): Promise<void> {
    await this.settledWithin(graceMs);
    const stopping = new WorkerStopping('the worker stops');
    for (const { controller } of this.running.values()) controller.abort(stopping);
    await this.settledWithin(1_000);
  }

  private async settledWithin(ms: number): Promise<void> {
    if (this.running.size === 0) return;
    const timer = new AbortController();
    const all = Promise.all([...this.running.values()].map(({ settled }) => settled));
    const timeUp = sleep(ms, undefined, { signal: timer.signal }).catch(() => undefined);
    await Promise.race([all, timeUp]);
    timer.abort();
  }

  private async attempt(
    job: JobDefinition<unknown>,
    run: { handler: JobHandler; attempt: Attempt; controller: AbortController },
  ): Promise<Outcome> {
    const { signal } = run.controller;
    const timer = setTimeout(
      () => run.controller.abort(new Error(`took longer than ${job.timeoutMs} ms`)),
      job.timeoutMs,
    );
    try {
      await Promise.race([this.handle(job, run), rejectedBy(signal)]);
      return { kind: 'done' };
    } catch (thrown) {
      return outcomeOf(job, run.attempt.number, signal.aborted ? signal.reason : thrown);
    } finally {
      clearTimeout(timer);
    }
  }

  private async handle(
    job: JobDefinition<unknown>,
    { handler, attempt, controller }: Parameters<RunningJobs['attempt']>[1],
  ): Promise<void> {
    const payload = job.payload.parse(attempt.payload);
    await handler(payload, {
      jobId: attempt.jobId,
      attempt: attempt.number,
      signal: controller.signal,
      assertOwned: async () => {
        if (!controller.signal.aborted && (await attempt.stillOwned())) return;
        this.lose(attempt);
        throw new JobLost(`job ${attempt.jobId} was taken over`);
      },
    });
  }
}

function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function outcomeOf(job: JobDefinition<unknown>, attempt: number, thrown: unknown): Outcome {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (error instanceof JobLost) return { kind: 'lost' };
  if (error instanceof WorkerStopping) return { kind: 'given-back' };
  const hopeless = error instanceof JobRefused || error instanceof ZodError;
  if (hopeless || attempt >= job.attempts) return { kind: 'dead', error };
  return { kind: 'retry', inMs: Math.max(0, Math.round(job.backoff(attempt))), error };
}
