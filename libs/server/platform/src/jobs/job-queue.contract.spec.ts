import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { createTestDatabase } from '../../../../../test/setup/test-database.ts';
import { hasRedisServer, startTestRedis } from '../redis/start-test-redis.ts';
import { BullJobQueue } from './bull/bull-job-queue.ts';
import { defineJob, type JobDefinition, type JobSettings } from './job-definition.ts';
import type { JobQueue } from './job-queue.ts';
import { PgBossJobQueue } from './pg-boss/pg-boss-job-queue.ts';
import { JobRefused, type JobContext, type JobHandler } from './running-jobs.ts';

interface Storage {
  url: string;
  lockMs: number;
  open(): JobQueue;
  /** Empties the queue's storage while everything runs. */
  lose(): Promise<void>;
  stop(): Promise<void>;
}

type Numbered = JobDefinition<{ n: number }>;

const Payload = z.object({ n: z.number() });
const onError = () => undefined;
let jobCount = 0;

/** A job of the test's own; the queue is its name without the verb. */
function aJob(settings: JobSettings = {}): Numbered {
  const letters = [...String(jobCount++)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  return defineJob(`probe-${letters}.run`, Payload, { backoff: () => 50, ...settings });
}

async function postgresStorage(): Promise<Storage> {
  const database = await createTestDatabase();
  return {
    url: database.url,
    lockMs: 10_000,
    open: () => new PgBossJobQueue({ databaseUrl: database.url, lockMs: 10_000, onError }),
    lose: async () => {
      const client = new Client(database.url);
      await client.connect();
      await client.query('TRUNCATE pgboss.job');
      await client.end();
    },
    stop: () => database.drop(),
  };
}

async function redisStorage(): Promise<Storage> {
  const server = await startTestRedis();
  return {
    url: server.url,
    lockMs: 2_000,
    open: () => new BullJobQueue({ redisUrl: server.url, lockMs: 2_000, onError }),
    lose: async () => {
      const redis = new Redis(server.url);
      await redis.flushall();
      redis.disconnect();
    },
    stop: () => server.stop(),
  };
}

describe('jobs in PostgreSQL', { timeout: 60_000 }, () => contract(postgresStorage));
describe.skipIf(!hasRedisServer())('jobs in Redis', { timeout: 60_000 }, () => contract(redisStorage));

function contract(start: () => Promise<Storage>): void {
  let storage: Storage;
  let queue: JobQueue;
  const opened: JobQueue[] = [];

  beforeAll(async () => {
    storage = await start();
    queue = storage.open();
    await queue.open();
  });

  afterAll(async () => {
    await queue.close();
    await storage.stop();
  });

  /** A worker process of its own, as far as the queue can tell. */
  async function startWorker(job: Numbered, handler: JobHandler): Promise<JobQueue> {
    const worker = storage.open();
    await worker.open();
    await worker.startWorkers(new Map([[job, handler]]));
    onTestFinished(async () => {
      await worker.stopWorkers(0);
      await worker.close();
    });
    return worker;
  }

  /** The same, but another process that can be killed or frozen. */
  async function startProcess(job: Numbered) {
    const script = new URL('./lonely-worker.fixture.ts', import.meta.url).pathname;
    const child = spawn(
      process.execPath,
      ['--experimental-transform-types', '--no-warnings', script, storage.url, job.name, String(storage.lockMs)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    onTestFinished(() => void child.kill('SIGKILL'));
    const said: string[] = [];
    createInterface(child.stdout).on('line', (line) => said.push(line));
    const saying = (word: string) => vi.waitFor(() => expect(said).toContain(word), { timeout: 20_000 });
    await saying('ready');
    return { child, said, saying };
  }

  const until = (check: () => unknown, timeout = 30_000) => vi.waitFor(check, { timeout, interval: 10 });

  it('begins a job within a tenth of a second', async () => {
    const job = aJob();
    const seen = vi.fn<JobHandler>(async () => undefined);
    await startWorker(job, seen);
    await queue.add(job, { n: 0 });
    await until(() => expect(seen).toHaveBeenCalledOnce());
    await sleep(200);

    const waits: number[] = [];
    for (let n = 1; n <= 5; n += 1) {
      const added = performance.now();
      await queue.add(job, { n });
      await until(() => expect(seen).toHaveBeenCalledTimes(n + 1));
      waits.push(performance.now() - added);
    }
    expect(waits.sort((a, b) => a - b)[2]).toBeLessThan(100);
  });

  it('hands the payload and the attempt to the handler', async () => {
    const job = aJob();
    const seen = vi.fn<JobHandler>(async () => undefined);
    await startWorker(job, seen);
    await queue.add(job, { n: 7 }, { id: 'seven' });
    await until(() => expect(seen).toHaveBeenCalled());
    expect(seen).toHaveBeenCalledWith({ n: 7 }, expect.objectContaining({ jobId: 'seven', attempt: 1 }));
  });

  it('refuses a payload that does not fit before it is enqueued', async () => {
    const wrong = JSON.parse('{ "n": "seven" }');
    await expect(queue.add(aJob(), wrong)).rejects.toThrow(/expected number/);
  });

  it('tries again after the wait that the job asks for', async () => {
    const job = aJob({ attempts: 3, backoff: (attempt) => attempt * 200 });
    const times: number[] = [];
    await startWorker(job, async () => {
      times.push(performance.now());
      if (times.length < 3) throw new Error('not yet');
    });
    await queue.add(job, { n: 1 });
    await until(() => expect(times).toHaveLength(3));
    const [first = 0, second = 0, third = 0] = times;
    expect(second - first).toBeGreaterThan(190);
    expect(third - second).toBeGreaterThan(390);
    expect(third - first).toBeLessThan(3_000);
  });

  it('keeps a delayed job back until its time', async () => {
    const job = aJob();
    const begun: number[] = [];
    await startWorker(job, async () => void begun.push(Date.now()));
    const runAt = new Date(Date.now() + 800);
    await queue.add(job, { n: 1 }, { runAt });
    expect((await queue.depth())[job.queue]).toMatchObject({ delayed: 1, waiting: 0 });
    await until(() => expect(begun).toHaveLength(1));
    expect((begun[0] ?? 0) - runAt.getTime()).toBeGreaterThan(-20);
    expect((begun[0] ?? 0) - runAt.getTime()).toBeLessThan(1_500);
  });

  it('enqueues the same id once, also after it has run', async () => {
    const job = aJob();
    const seen = vi.fn<JobHandler>(async () => undefined);
    await Promise.all([1, 2, 3].map((n) => queue.add(job, { n }, { id: 'event 1 → history' })));
    expect((await queue.depth())[job.queue]).toMatchObject({ waiting: 1 });
    await startWorker(job, seen);
    await until(() => expect(seen).toHaveBeenCalledOnce());
    await queue.add(job, { n: 4 }, { id: 'event 1 → history' });
    await queue.add(job, { n: 5 }, { id: 'event 2 → history' });
    await until(() => expect(seen).toHaveBeenCalledTimes(2));
    expect(seen.mock.lastCall?.[0]).toEqual({ n: 5 });
  });

  it('takes back a job that has not begun, whose id is then free again', async () => {
    const job = aJob();
    await queue.add(job, { n: 1 }, { id: 'undo me', delayMs: 60_000 });
    expect(await queue.cancel(job, 'undo me')).toBe(true);
    expect(await queue.cancel(job, 'undo me')).toBe(false);
    await queue.add(job, { n: 2 }, { id: 'undo me' });
    const seen = vi.fn<JobHandler>(async () => undefined);
    await startWorker(job, seen);
    await until(() => expect(seen).toHaveBeenCalledWith({ n: 2 }, expect.anything()));
    await until(async () => expect((await queue.depth())[job.queue]?.active).toBe(0));
    expect(await queue.cancel(job, 'undo me')).toBe(false);
  });

  it('never runs more at once than the job allows, and finishes all', async () => {
    const job = aJob({ concurrency: 3 });
    const load = { now: 0, most: 0, done: 0 };
    await queue.addMany(
      job,
      Array.from({ length: 30 }, (_, n) => ({ payload: { n } })),
    );
    await startWorker(job, async () => {
      load.most = Math.max(load.most, ++load.now);
      await sleep(5);
      load.now -= 1;
      load.done += 1;
    });
    await until(() => expect(load.done).toBe(30));
    expect(load.most).toBe(3);
  });

  it('runs each job once with two workers on the queue', async () => {
    const job = aJob();
    const done: number[] = [];
    const handler = async (payload: unknown) => void done.push(Payload.parse(payload).n);
    await startWorker(job, handler);
    await startWorker(job, handler);
    const numbers = Array.from({ length: 100 }, (_, n) => n);
    await queue.addMany(
      job,
      numbers.map((n) => ({ payload: { n } })),
    );
    await until(() => expect(done).toHaveLength(100));
    await sleep(100);
    expect(done.sort((a, b) => a - b)).toEqual(numbers);
  });

  it('buries a poison job after its last attempt, and the others go on', async () => {
    const job = aJob({ attempts: 2, backoff: () => 10, concurrency: 1 });
    const done: number[] = [];
    let cured = false;
    await startWorker(job, async (payload) => {
      const { n } = Payload.parse(payload);
      if (n === 13 && !cured) throw new Error('poison');
      done.push(n);
    });
    await queue.add(job, { n: 13 }, { id: 'bad luck' });
    await queue.add(job, { n: 14 });
    await until(async () => expect((await queue.depth())[job.queue]?.failed).toBe(1));
    await until(() => expect(done).toEqual([14]));

    const letter = (await queue.deadLetters()).find(({ job: name }) => name === job.name);
    expect(letter).toMatchObject({ jobId: 'bad luck', payload: { n: 13 }, error: 'poison' });
    cured = true;
    expect(await queue.retryDeadLetter(letter?.id ?? '')).toBe(true);
    await until(() => expect(done).toEqual([14, 13]));
    expect(await queue.retryDeadLetter(letter?.id ?? '')).toBe(false);
  });

  it('wastes no attempts on a job that its handler refuses', async () => {
    const job = aJob({ attempts: 5 });
    const seen = vi.fn<JobHandler>(() => Promise.reject(new JobRefused('no such case')));
    await startWorker(job, seen);
    await queue.add(job, { n: 1 });
    await until(async () => expect((await queue.depth())[job.queue]?.failed).toBe(1));
    expect(seen).toHaveBeenCalledOnce();
  });

  it('stops a handler that takes too long and tries again', async () => {
    const job = aJob({ timeoutMs: 150 });
    const attempts: JobContext[] = [];
    await startWorker(job, async (_payload, context) => {
      attempts.push(context);
      if (context.attempt === 1) await new Promise(() => undefined);
    });
    await queue.add(job, { n: 1 });
    await until(() => expect(attempts).toHaveLength(2));
    expect(attempts[0]?.signal.aborted).toBe(true);
  });

  it('lets active jobs finish when it stops, and begins no new ones', async () => {
    const job = aJob({ concurrency: 1 });
    const done: number[] = [];
    let began = () => undefined as void;
    const begun = new Promise<void>((resolve) => (began = resolve));
    const worker = storage.open();
    await worker.open();
    await worker.startWorkers(
      new Map([
        [
          job,
          async (payload) => {
            began();
            await sleep(300);
            done.push(Payload.parse(payload).n);
          },
        ],
      ]),
    );
    await queue.add(job, { n: 1 });
    await queue.add(job, { n: 2 });
    await begun;
    await worker.stopWorkers(5_000);
    await worker.close();
    expect(done).toEqual([1]);

    await startWorker(job, async (payload) => void done.push(Payload.parse(payload).n));
    await until(() => expect(done).toEqual([1, 2]));
  });

  it('gives back what does not finish in time, without costing an attempt', async () => {
    const job = aJob({ attempts: 1 });
    const attempts: number[] = [];
    const worker = storage.open();
    await worker.open();
    await worker.startWorkers(
      new Map([
        [
          job,
          async (_payload, { attempt }) => {
            attempts.push(attempt);
            await new Promise(() => undefined);
          },
        ],
      ]),
    );
    await queue.add(job, { n: 1 });
    await until(() => expect(attempts).toHaveLength(1));
    await worker.stopWorkers(50);
    await worker.close();

    await startWorker(job, async (_payload, { attempt }) => void attempts.push(attempt));
    await until(() => expect(attempts).toEqual([1, 1]));
  });

  describe.concurrent('when a worker', () => {
    it('dies, its job is run elsewhere', async ({ expect }) => {
      const job = aJob();
      const lonely = await startProcess(job);
      await queue.add(job, { n: 1 });
      await lonely.saying('began');
      lonely.child.kill('SIGKILL');
      const seen = vi.fn<JobHandler>(async () => undefined);
      await startWorker(job, seen);
      await until(() => expect(seen).toHaveBeenCalledOnce());
    });

    it('is frozen and thawed, the effect happens once', async ({ expect }) => {
      const job = aJob();
      const lonely = await startProcess(job);
      await queue.add(job, { n: 1 });
      await lonely.saying('began');
      lonely.child.kill('SIGSTOP');
      const seen = vi.fn<JobHandler>(async (_payload, context) => context.assertOwned());
      await startWorker(job, seen);
      await until(() => expect(seen).toHaveBeenCalledOnce());
      lonely.child.kill('SIGCONT');
      await lonely.saying('lost');
      expect(lonely.said).not.toContain('effect');
    });

    it('needs longer than its lock, the job is still run once', async ({ expect }) => {
      const job = aJob();
      const seen = vi.fn<JobHandler>(() => sleep(storage.lockMs * 1.6));
      await startWorker(job, seen);
      await startWorker(job, seen);
      await queue.add(job, { n: 1 });
      await until(async () => expect((await queue.depth())[job.queue]?.active).toBe(1));
      await until(async () => expect((await queue.depth())[job.queue]?.active).toBe(0));
      expect(seen).toHaveBeenCalledOnce();
    });
  });

  it('is rebuilt after its storage was lost', async () => {
    const job = aJob();
    const done: number[] = [];
    const worker = storage.open();
    await worker.open();
    opened.push(worker);
    const rebuild = vi.fn(() => worker.add(job, { n: 1 }, { id: 'owed', delayMs: 100 }));
    worker.onStorageLost(rebuild);
    await worker.startWorkers(new Map([[job, async (payload) => void done.push(Payload.parse(payload).n)]]));
    await until(() => expect(done).toEqual([1]));
    await sleep(2_500);
    expect(rebuild).toHaveBeenCalledOnce();

    await storage.lose();
    await until(() => expect(done).toEqual([1, 1]));
    expect(rebuild).toHaveBeenCalledTimes(2);
  });

  afterEach(async () => {
    for (const worker of opened.splice(0)) {
      await worker.stopWorkers(0);
      await worker.close();
    }
  });
}
