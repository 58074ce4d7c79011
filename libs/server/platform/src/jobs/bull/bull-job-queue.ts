import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import Bull from 'bull';
import type { Redis } from 'ioredis';
import { connectBlockingRedis, connectRedis } from '../../redis/connect-redis.ts';
import { definedJobs, type JobDefinition } from '../job-definition.ts';
import {
  addToDepth,
  delayOf,
  JobQueue,
  type DeadLetter,
  type Handlers,
  type JobToAdd,
  type QueueDepth,
  type Rebuild,
  type Transactions,
} from '../job-queue.ts';
import { RunningJobs } from '../running-jobs.ts';
import { StorageWatch } from '../storage-watch.ts';
import { backoffOf, BullWorker, type StoredJob } from './bull-worker.ts';

const PREFIX = 'bureau:jobs';
const MARKER = `${PREFIX}:filled`;
const FILLING = `${PREFIX}:filling`;
const FILLED = `return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('RENAME', KEYS[1], KEYS[2])`;
const THIRTY_DAYS_SECONDS = 30 * 86_400;
/** How long jobs of a transaction are kept back while it ends. */
const COMMIT_MS = 30;

export interface BullJobQueueOptions {
  redisUrl: string;
  /** A worker silent for so long is dead and its jobs run elsewhere. */
  lockMs: number;
  onError(error: unknown): void;
}

/**
 * Jobs in Redis. Each job has a Bull queue of its own: in a shared one Bull adds up the concurrency of all its
 * processors, and one slow job would take the places of the others.
 */
export class BullJobQueue extends JobQueue {
  private readonly redis: Redis;
  private readonly watch: StorageWatch;
  private readonly running = new RunningJobs();
  private readonly queues = new Map<string, Bull.Queue<StoredJob>>();
  private readonly connections: Redis[] = [];
  private workers: BullWorker[] = [];
  private renewal: NodeJS.Timeout | undefined;

  constructor(private readonly options: BullJobQueueOptions) {
    super();
    this.redis = connectRedis(options.redisUrl, options.onError);
    this.redis.setMaxListeners(0); // every Bull queue listens to it
    this.watch = new StorageWatch(
      {
        present: async () => (await this.redis.exists(MARKER)) === 1,
        begin: async (filling) => void (await this.redis.set(FILLING, filling)),
        set: async (filling) => void (await this.redis.eval(FILLED, 2, FILLING, MARKER, filling)),
      },
      options.onError,
    );
  }

  async open(): Promise<void> {
    await this.redis.ping();
  }

  async close(): Promise<void> {
    const closing = [...this.queues.values()].map((queue) => queue.close(true));
    await Promise.race([Promise.all(closing), sleep(2_000, undefined, { ref: false })]);
    for (const connection of [this.redis, ...this.connections]) connection.disconnect();
  }

  protected async store<Payload>(
    job: JobDefinition<Payload>,
    jobs: readonly JobToAdd<Payload>[],
    transactions?: Transactions,
  ): Promise<void> {
    // Redis knows nothing of the transaction, which is committed within milliseconds.
    const least = transactions ? COMMIT_MS : 0;
    await this.queue(job).addBulk(
      jobs.map((added) => ({
        data: { payload: job.payload.parse(added.payload) },
        opts: {
          jobId: added.id ?? randomUUID(),
          delay: Math.max(least, delayOf(added)),
          attempts: job.attempts,
          backoff: { type: 'decided' },
          removeOnComplete: { age: Math.ceil(job.rememberMs / 1_000) },
          removeOnFail: { age: THIRTY_DAYS_SECONDS },
        },
      })),
    );
  }

  /** Redis does so itself. */
  protected async announce(): Promise<void> {}

  async cancel(job: JobDefinition<unknown>, id: string): Promise<boolean> {
    const stored = await this.queue(job).getJob(id);
    if (!stored) return false;
    const state = await stored.getState();
    if (state !== 'waiting' && state !== 'delayed') return false;
    return stored.remove().then(
      () => true,
      () => false, // locked: it began in between
    );
  }

  async depth(): Promise<Record<string, QueueDepth>> {
    const depths: Record<string, QueueDepth> = {};
    for (const job of definedJobs()) {
      addToDepth(depths, job.queue, await this.queue(job).getJobCounts());
    }
    return depths;
  }

  async deadLetters(): Promise<DeadLetter[]> {
    const letters: DeadLetter[] = [];
    for (const job of definedJobs()) {
      for (const stored of await this.queue(job).getFailed(0, 199)) {
        letters.push({
          id: `${job.name}/${stored.id}`,
          job: job.name,
          jobId: String(stored.id),
          payload: stored.data.payload,
          error: stored.failedReason ?? 'unknown error',
          failedAt: new Date(stored.finishedOn ?? stored.timestamp),
        });
      }
    }
    return letters.sort((a, b) => b.failedAt.getTime() - a.failedAt.getTime()).slice(0, 200);
  }

  async retryDeadLetter(id: string): Promise<boolean> {
    const [name, ...rest] = id.split('/');
    const job = definedJobs().find((candidate) => candidate.name === name);
    const stored = job && (await this.queue(job).getJob(rest.join('/')));
    if (!stored) return false;
    return stored.retry().then(
      () => true,
      () => false, // no longer among the failed
    );
  }

  onStorageLost(rebuild: Rebuild): void {
    this.watch.add(rebuild);
  }

  async startWorkers(handlers: Handlers): Promise<void> {
    const { lockMs, onError } = this.options;
    const takeBack = (ghost: Bull.Job<StoredJob>) => this.takeBack(ghost);
    const tools = { lockMs, running: this.running, takeBack, onError };
    for (const [job, handler] of handlers) {
      const worker = new BullWorker(job, this.queue(job), tools);
      this.workers.push(worker);
      worker.start(handler);
    }
    this.renewal = setInterval(() => void this.renewLocks(), lockMs / 3);
    await this.watch.start(2_000);
  }

  async stopWorkers(graceMs: number): Promise<void> {
    await this.watch.stop();
    await Promise.all(this.workers.map((worker) => worker.stopFetching()));
    await this.running.drain(graceMs);
    await Promise.all(this.workers.map((worker) => worker.settled()));
    clearInterval(this.renewal);
    this.workers = [];
  }

  private async renewLocks(): Promise<void> {
    for (const worker of this.workers) await worker.renew().catch(this.options.onError);
  }

  /** As long as it was there it was in the way of the true job with its id, so the storage counts as lost once more. */
  private async takeBack(ghost: Bull.Job<StoredJob>): Promise<void> {
    const id = String(ghost.id);
    const remains = [ghost.queue.toKey(id), ghost.lockKey(), MARKER, FILLING];
    await this.redis.multi().del(remains).lrem(ghost.queue.toKey('active'), 0, id).exec();
  }

  private queue(job: JobDefinition<unknown>): Bull.Queue<StoredJob> {
    const known = this.queues.get(job.name);
    if (known) return known;

    const { lockMs, onError } = this.options;
    const queue = new Bull<StoredJob>(job.name, {
      prefix: PREFIX,
      createClient: (type) => (type === 'client' ? this.redis : this.connect()),
      settings: {
        lockDuration: lockMs,
        stalledInterval: Math.max(1_000, lockMs / 2),
        maxStalledCount: Math.max(5, job.attempts),
        // A frozen worker still takes jobs through its blocked call; they come back the sooner the shorter it blocks.
        drainDelay: 1,
        // A job that Redis has lost cannot be finished there; whoever ran it takes the next one soon.
        retryProcessDelay: 500,
        backoffStrategies: { decided: backoffOf },
      },
    });
    queue.on('error', onError);
    this.queues.set(job.name, queue);
    return queue;
  }

  private connect(): Redis {
    const connection = connectBlockingRedis(this.options.redisUrl, this.options.onError);
    this.connections.push(connection);
    return connection;
  }
}
