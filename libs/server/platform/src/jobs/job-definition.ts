import type { z } from 'zod';

/** How long to wait before the next attempt: milliseconds after attempt 1, 2, 3 … */
export type Backoff = (attempt: number) => number;

export interface JobDefinition<Payload> {
  /** `noun.verb`; the noun is the queue that depth and metrics report. */
  readonly name: string;
  readonly queue: string;
  readonly payload: z.ZodType<Payload>;
  /** Attempts in all, the first included. */
  readonly attempts: number;
  readonly backoff: Backoff;
  /** How many run at once in one process. */
  readonly concurrency: number;
  /** A handler that takes longer is aborted and the attempt counts as failed. */
  readonly timeoutMs: number;
  /** How long the id of a finished job stays known, so that adding it again does nothing. */
  readonly rememberMs: number;
  /** True for work that a claim in the database gives to one worker: it goes on when the queue has lost its job. */
  readonly claims: boolean;
}

export interface JobSettings {
  attempts?: number;
  backoff?: Backoff | { type: 'fixed' | 'exponential'; delayMs: number; maxMs?: number };
  concurrency?: number;
  timeoutMs?: number;
  rememberMs?: number;
  claims?: boolean;
}

const HOUR = 3_600_000;
const defined = new Map<string, JobDefinition<unknown>>();

/**
 * Declares a job once, beside its owner. Names are `noun.verb` in lower case.
 * Defaults: 8 attempts, exponential back-off from 1 s to 1 h, 5 at once, 5 minutes, id known for 1 h, no claim.
 */
export function defineJob<Payload>(
  name: string,
  payload: z.ZodType<Payload>,
  settings: JobSettings = {},
): JobDefinition<Payload> {
  const queue = /^([a-z][a-z-]*)\.[a-z][a-z-]*$/.exec(name)?.[1];
  if (queue === undefined) throw new Error(`Job "${name}": the name must look like noun.verb`);
  if (defined.has(name)) throw new Error(`Job "${name}" is defined twice`);

  const { attempts = 8, concurrency = 5, timeoutMs = 300_000, rememberMs = HOUR, claims = false } = settings;
  const backoff = toBackoff(settings.backoff ?? { type: 'exponential', delayMs: 1_000 });
  const job = { name, queue, payload, attempts, backoff, concurrency, timeoutMs, rememberMs, claims };
  defined.set(name, job);
  return job;
}

/** Every job that this process has loaded. */
export function definedJobs(): JobDefinition<unknown>[] {
  return [...defined.values()];
}

function toBackoff(backoff: NonNullable<JobSettings['backoff']>): Backoff {
  if (typeof backoff === 'function') return backoff;
  const { type, delayMs, maxMs = HOUR } = backoff;
  if (type === 'fixed') return () => delayMs;
  return (attempt) => Math.min(maxMs, delayMs * 2 ** (attempt - 1));
}
