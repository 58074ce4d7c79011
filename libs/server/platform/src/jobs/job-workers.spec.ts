import { Injectable, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { createTestDatabase } from '../../../../../test/setup/test-database.ts';
import { HandlesJob } from './handles-job.ts';
import { defineJob } from './job-definition.ts';
import { JobQueue } from './job-queue.ts';
import { JobWorkers } from './job-workers.ts';
import { JobsModule } from './jobs.module.ts';
import { Every } from './schedules/every.ts';

const greet = defineJob('greeting.send', z.object({ name: z.string() }));

@Injectable()
class Greeter {
  readonly greeted: string[] = [];

  @HandlesJob(greet)
  async run({ name }: { name: string }): Promise<void> {
    this.greeted.push(name);
  }
}

@Injectable()
class SecondGreeter {
  @HandlesJob(greet)
  async run(): Promise<void> {}
}

@Injectable()
class Housekeeper {
  static readonly swept = vi.fn();

  @Every('1d', 'sweep')
  async sweep(): Promise<void> {
    Housekeeper.swept();
  }
}

async function boot(databaseUrl: string, providers: Type[]) {
  @Module({ imports: [JobsModule.forRootAsync({ useFactory: () => ({ databaseUrl }) })], providers })
  class Worker {}
  const app = await NestFactory.createApplicationContext(Worker, { logger: false });
  onTestFinished(() => app.close());
  return app;
}

async function aDatabase(): Promise<string> {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  return database.url;
}

describe('a worker', () => {
  it('does a job with the method that says it handles it', async () => {
    const app = await boot(await aDatabase(), [Greeter]);
    await app.get(JobWorkers).start();
    await app.get(JobQueue).add(greet, { name: 'Ana' });
    await vi.waitFor(() => expect(app.get(Greeter).greeted).toEqual(['Ana']), { timeout: 5_000 });
  });

  it('does not start when nobody handles a job', async () => {
    const app = await boot(await aDatabase(), []);
    await expect(app.get(JobWorkers).start()).rejects.toThrow('No @HandlesJob for greeting.send');
  });

  it('does not start when two handle the same job', async () => {
    const app = await boot(await aDatabase(), [Greeter, SecondGreeter]);
    await expect(app.get(JobWorkers).start()).rejects.toThrow(/SecondGreeter.run: job greeting.send already/);
  });

  it('runs what is scheduled once, however many processes there are and however often they restart', async () => {
    const databaseUrl = await aDatabase();
    const apps = [await boot(databaseUrl, [Greeter, Housekeeper]), await boot(databaseUrl, [Greeter, Housekeeper])];
    for (const app of apps) await app.get(JobWorkers).start();
    await vi.waitFor(() => expect(Housekeeper.swept).toHaveBeenCalledOnce(), { timeout: 5_000 });

    const restarted = await boot(databaseUrl, [Greeter, Housekeeper]);
    await restarted.get(JobWorkers).start();
    await restarted.get(JobQueue).add(greet, { name: 'Ben' });
    const greeted = () => [...apps, restarted].flatMap((app) => app.get(Greeter).greeted);
    await vi.waitFor(() => expect(greeted()).toEqual(['Ben']), { timeout: 5_000 });
    expect(Housekeeper.swept).toHaveBeenCalledOnce();
  });
});

describe('a job', () => {
  it('has a name that tells its queue, once', () => {
    expect(greet.queue).toBe('greeting');
    expect(() => defineJob('greeting', z.object({}))).toThrow(/noun\.verb/);
    expect(() => defineJob('greeting.send', z.object({}))).toThrow(/defined twice/);
  });

  it('waits twice as long after each attempt unless told otherwise', () => {
    expect([1, 2, 3, 20].map(greet.backoff)).toEqual([1_000, 2_000, 4_000, 3_600_000]);
    const patient = defineJob('greeting.repeat', z.object({}), { backoff: { type: 'fixed', delayMs: 500 } });
    expect([1, 2].map(patient.backoff)).toEqual([500, 500]);
  });
});
