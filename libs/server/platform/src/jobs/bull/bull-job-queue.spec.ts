import { Redis } from 'ioredis';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { hasRedisServer } from '../../redis/start-test-redis.ts';
import { aJob, openWorker, redisStorage, until } from '../job-storage.fixture.ts';
import type { JobHandler } from '../running-jobs.ts';

describe.skipIf(!hasRedisServer())('a worker of Bull', () => {
  it('does not take what Redis lost while it was taken for the job itself', { timeout: 60_000 }, async () => {
    const storage = await redisStorage();
    onTestFinished(() => storage.stop());
    const worker = await openWorker({ storage, onTestFinished });
    const redis = new Redis(storage.url);
    onTestFinished(() => redis.disconnect());
    const job = aJob();
    const seen = vi.fn<JobHandler>(async () => undefined);
    const rebuild = vi.fn(async () => {
      if (rebuild.mock.calls.length > 1) await worker.add(job, { n: 1 }, { id: 'owed' });
    });
    worker.onStorageLost(rebuild);
    await worker.startWorkers(new Map([[job, seen]]));

    // Of a job that is emptied between the two steps of taking it, an id is left.
    await redis.lpush(`bureau:jobs:${job.name}:wait`, 'owed');
    await until(() => expect(seen.mock.calls.map(([payload]) => payload)).toEqual([{ n: 1 }]));
    expect(rebuild).toHaveBeenCalledTimes(2);
    expect(await worker.deadLetters()).toEqual([]);
  });
});
