import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { BullJobQueue } from './bull/bull-job-queue.ts';
import { defineJob } from './job-definition.ts';
import { PgBossJobQueue } from './pg-boss/pg-boss-job-queue.ts';
import type { JobContext } from './running-jobs.ts';

/** A worker process to be killed or frozen from outside: says what happens on standard output. */
const [url = '', jobName = '', lockMs = ''] = process.argv.slice(2);
const job = defineJob(jobName, z.object({ n: z.number() }), { attempts: 5 });
const options = { lockMs: Number(lockMs), onError: () => undefined };
const queue = url.startsWith('redis:')
  ? new BullJobQueue({ redisUrl: url, ...options })
  : new PgBossJobQueue({ databaseUrl: url, ...options });

async function handle(_payload: unknown, context: JobContext): Promise<void> {
  process.stdout.write('began\n');
  await sleep(1_000);
  await context.assertOwned().catch((error: unknown) => {
    process.stdout.write('lost\n');
    throw error;
  });
  process.stdout.write('effect\n');
}

await queue.open();
await queue.startWorkers(new Map([[job, handle]]));
process.stdout.write('ready\n');
