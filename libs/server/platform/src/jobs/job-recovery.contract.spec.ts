import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { hasRedisServer } from '../redis/start-test-redis.ts';
import type { JobQueue } from './job-queue.ts';
import {
  aJob,
  openWorker,
  Payload,
  postgresStorage,
  redisStorage,
  startProcess,
  startWorker,
  until,
  type Storage,
} from './job-storage.fixture.ts';
import type { JobHandler } from './running-jobs.ts';

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

  describe.concurrent('when a worker', () => {
    it('dies, its job is run elsewhere', async ({ expect, onTestFinished }) => {
      const job = aJob();
      const lonely = await startProcess({ storage, onTestFinished }, job);
      await queue.add(job, { n: 1 });
      await lonely.saying('began');
      lonely.child.kill('SIGKILL');
      const seen = vi.fn<JobHandler>(async () => undefined);
      await startWorker({ storage, onTestFinished }, job, seen);
      await until(() => expect(seen).toHaveBeenCalledOnce());
    });

    it('is frozen and thawed, the effect happens once', async ({ expect, onTestFinished }) => {
      const job = aJob();
      const lonely = await startProcess({ storage, onTestFinished }, job);
      await queue.add(job, { n: 1 });
      await lonely.saying('began');
      lonely.child.kill('SIGSTOP');
      const seen = vi.fn<JobHandler>(async (_payload, context) => context.assertOwned());
      await startWorker({ storage, onTestFinished }, job, seen);
      await until(() => expect(seen).toHaveBeenCalledOnce());
      lonely.child.kill('SIGCONT');
      await lonely.saying('lost');
      expect(lonely.said).not.toContain('effect');
    });

    it('needs longer than its lock, the job is still run once', async ({ expect, onTestFinished }) => {
      const job = aJob();
      const seen = vi.fn<JobHandler>(() => sleep(storage.lockMs * 1.6));
      await startWorker({ storage, onTestFinished }, job, seen);
      await startWorker({ storage, onTestFinished }, job, seen);
      await queue.add(job, { n: 1 });
      await until(async () => expect((await queue.depth())[job.queue]?.active).toBe(1));
      await until(async () => expect((await queue.depth())[job.queue]?.active).toBe(0));
      expect(seen).toHaveBeenCalledOnce();
    });
  });

  it('stops what its storage has lost, but for what a claim guards', async () => {
    const [plain, claimed] = [aJob(), aJob({ claims: true })];
    const worker = storage.open();
    await worker.open();
    const signals: Record<string, AbortSignal> = {};
    const end = new AbortController();
    const held = (name: string): JobHandler => {
      return async (_payload, { signal }) => {
        signals[name] = signal;
        await new Promise((resolve) => end.signal.addEventListener('abort', resolve));
      };
    };
    onTestFinished(() => worker.close());
    await worker.startWorkers(
      new Map([
        [plain, held('plain')],
        [claimed, held('claimed')],
      ]),
    );
    await worker.add(plain, { n: 1 });
    await worker.add(claimed, { n: 1 });
    await until(() => expect(Object.keys(signals).toSorted()).toEqual(['claimed', 'plain']));

    await storage.lose();
    await until(() => expect(signals['plain']?.aborted).toBe(true));
    // Both have been looked at when the plain one is stopped, or the claimed one is with the next look.
    await sleep(storage.lockMs / 2);
    expect(signals['claimed']?.aborted).toBe(false);
    end.abort();
    await worker.stopWorkers(5_000);
    expect(signals['claimed']?.aborted).toBe(false);
  });

  it('is rebuilt after its storage was lost', async () => {
    const job = aJob();
    const done: number[] = [];
    const worker = await openWorker({ storage, onTestFinished });
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

  it('is rebuilt once more when its storage is lost while it is rebuilt', async () => {
    const job = aJob();
    const done: number[] = [];
    const worker = await openWorker({ storage, onTestFinished });
    await storage.lose();
    const rebuild = vi.fn(async () => {
      await worker.add(job, { n: 1 }, { id: 'owed', delayMs: 100 });
      if (rebuild.mock.calls.length === 1) await storage.lose();
    });
    worker.onStorageLost(rebuild);
    await worker.startWorkers(new Map([[job, async (payload) => void done.push(Payload.parse(payload).n)]]));
    expect(rebuild).toHaveBeenCalledOnce();
    await until(() => expect(done).toEqual([1]));
    expect(rebuild).toHaveBeenCalledTimes(2);
  });
}
