import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { expect, vi } from 'vitest';
import { z } from 'zod';
import { createTestDatabase } from '../../../../../test/setup/test-database.ts';
import { startTestRedis } from '../redis/start-test-redis.ts';
import { BullJobQueue } from './bull/bull-job-queue.ts';
import { defineJob, type JobDefinition, type JobSettings } from './job-definition.ts';
import type { JobQueue, Transactions } from './job-queue.ts';
import { PgBossJobQueue } from './pg-boss/pg-boss-job-queue.ts';
import type { JobHandler } from './running-jobs.ts';

/** Where jobs live: what the contract is proved against. */
export interface Storage {
  url: string;
  lockMs: number;
  open(): JobQueue;
  /** Of a database that lives as long as the test. */
  transactions(onTestFinished: (then: () => Promise<void>) => void): Promise<Transactions>;
  /** Empties the queue's storage while everything runs. */
  lose(): Promise<void>;
  stop(): Promise<void>;
}

export type Numbered = JobDefinition<{ n: number }>;

export const Payload = z.object({ n: z.number() });
const onError = () => undefined;
let jobCount = 0;

/** A job of the test's own; the queue is its name without the verb. */
export function aJob(settings: JobSettings = {}): Numbered {
  const letters = [...String(jobCount++)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  return defineJob(`probe-${letters}.run`, Payload, { backoff: () => 50, ...settings });
}

export async function postgresStorage(): Promise<Storage> {
  const database = await createTestDatabase();
  return {
    url: database.url,
    lockMs: 10_000,
    open: () => new PgBossJobQueue({ databaseUrl: database.url, lockMs: 10_000, onError }),
    transactions: async (onTestFinished) => {
      const client = new Client(database.url);
      await client.connect();
      onTestFinished(() => client.end());
      return transactionsOf(client);
    },
    lose: async () => {
      const client = new Client(database.url);
      await client.connect();
      await client.query('TRUNCATE pgboss.job');
      await client.end();
    },
    stop: () => database.drop(),
  };
}

export async function redisStorage(): Promise<Storage> {
  const server = await startTestRedis();
  return {
    url: server.url,
    lockMs: 2_000,
    open: () => new BullJobQueue({ redisUrl: server.url, lockMs: 2_000, onError }),
    transactions: async () => ({ transaction: (work) => work(), rows: async () => [] }),
    lose: async () => {
      const redis = new Redis(server.url);
      await redis.flushall();
      redis.disconnect();
    },
    stop: () => server.stop(),
  };
}

function transactionsOf(client: Client): Transactions {
  return {
    rows: async (text, values) => (await client.query<object>(text, values)).rows,
    transaction: async (work) => {
      await client.query('BEGIN');
      try {
        const result = await work();
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      }
    },
  };
}

/** The storage and the test that uses it; concurrent tests must bring their own `onTestFinished`. */
export interface Bench {
  storage: Storage;
  onTestFinished(cleanUp: () => void | Promise<void>): void;
}

/** What becomes a worker process of its own, as far as the queue can tell, when its workers are started. */
export async function openWorker({ storage, onTestFinished }: Bench): Promise<JobQueue> {
  const worker = storage.open();
  await worker.open();
  onTestFinished(async () => {
    await worker.stopWorkers(0);
    await worker.close();
  });
  return worker;
}

/** One that does this job. */
export async function startWorker(bench: Bench, job: Numbered, handler: JobHandler): Promise<JobQueue> {
  const worker = await openWorker(bench);
  await worker.startWorkers(new Map([[job, handler]]));
  return worker;
}

/** The same, but another process that can be killed or frozen. */
export async function startProcess(
  { storage, onTestFinished }: Bench,
  job: Numbered,
): Promise<{ child: ChildProcess; said: string[]; saying(word: string): Promise<void> }> {
  const script = new URL('./lonely-worker.fixture.ts', import.meta.url).pathname;
  const flags = ['--experimental-transform-types', '--no-warnings'];
  const about = [storage.url, job.name, String(storage.lockMs)];
  const child = spawn(process.execPath, [...flags, script, ...about], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said: string[] = [];
  createInterface(child.stdout).on('line', (line) => said.push(line));
  const saying = (word: string) => vi.waitFor(() => expect(said).toContain(word), { timeout: 20_000 });
  await saying('ready');
  return { child, said, saying };
}

/** Looks again and again until it holds. */
export const until = (check: () => unknown) => vi.waitFor(check, { timeout: 30_000, interval: 10 });
