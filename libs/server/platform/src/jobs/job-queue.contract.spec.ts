import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { hasRedisServer } from '../redis/start-test-redis.ts';
import type { JobQueue } from './job-queue.ts';
import {
  aJob,
  Payload,
  postgresStorage,
  redisStorage,
  startWorker,
  until,
  type Storage,
} from './job-storage.fixture.ts';
import { JobRefused, type JobContext, type JobHandler } from './running-jobs.ts';

describe('jobs in PostgreSQL', { timeout: 60_000 }, () => contract(postgresStorage));
describe.skipIf(!hasRedisServer())('jobs in Redis', { timeout: 60_000 }, () => contract(redisStorage));

function contract(start: () => Promise<Storage>): void {
  let storage: Storage;
  let queue: JobQueue;

  beforeAll(async () => {
    storage = await start();
    queue = storage.open();
    await queue.open();
  });

  afterAll(async () => {
    await queue.close();
    await storage.stop();
  });

  it('begins a job within a tenth of a second', async () => {
    const job = aJob();
    const seen = vi.fn<JobHandler>(async () => undefined);
    await startWorker({ storage, onTestFinished }, job, seen);
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
    await startWorker({ storage, onTestFinished }, job, seen);
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
    await startWorker({ storage, onTestFinished }, job, async () => {
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
    await startWorker({ storage, onTestFinished }, job, async () => void begun.push(Date.now()));
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
    await startWorker({ storage, onTestFinished }, job, seen);
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
    await startWorker({ storage, onTestFinished }, job, seen);
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
    await startWorker({ storage, onTestFinished }, job, async () => {
      load.most = Math.max(load.most, ++load.now);
      await sleep(5);
      load.now -= 1;
      load.done += 1;
    });
    await until(() => expect(load.done).toBe(30));
    expect(load.most).toBe(3);
  });

  it('begins the jobs of a transaction when it has ended, and none of one that is taken back', async () => {
    const job = aJob();
    const order: string[] = [];
    await startWorker({ storage, onTestFinished }, job, async (payload) => {
      order.push(`job ${Payload.parse(payload).n}`);
    });
    const transactions = await storage.transactions(onTestFinished);
    await queue.transaction(transactions, async () => {
      await queue.add(job, { n: 1 });
      order.push('written');
    });
    await until(() => expect(order).toEqual(['written', 'job 1']));

    const failing = queue.transaction(transactions, async () => {
      await queue.add(job, { n: 2 });
      throw new Error('taken back');
    });
    await expect(failing).rejects.toThrow('taken back');
    await queue.add(job, { n: 3 });
    await until(() => expect(order).toEqual(['written', 'job 1', 'job 3']));
  });

  it('runs each job once with two workers on the queue', async () => {
    const job = aJob();
    const done: number[] = [];
    const handler = async (payload: unknown) => void done.push(Payload.parse(payload).n);
    await startWorker({ storage, onTestFinished }, job, handler);
    await startWorker({ storage, onTestFinished }, job, handler);
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
    await startWorker({ storage, onTestFinished }, job, async (payload) => {
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
    await startWorker({ storage, onTestFinished }, job, seen);
    await queue.add(job, { n: 1 });
    await until(async () => expect((await queue.depth())[job.queue]?.failed).toBe(1));
    expect(seen).toHaveBeenCalledOnce();
  });

  it('stops a handler that takes too long and tries again', async () => {
    const job = aJob({ timeoutMs: 150 });
    const attempts: JobContext[] = [];
    await startWorker({ storage, onTestFinished }, job, async (_payload, context) => {
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

    await startWorker({ storage, onTestFinished }, job, async (payload) => void done.push(Payload.parse(payload).n));
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

    await startWorker({ storage, onTestFinished }, job, async (_payload, { attempt }) => void attempts.push(attempt));
    await until(() => expect(attempts).toEqual([1, 1]));
  });
}
