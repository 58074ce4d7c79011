import {
  Inject,
  Logger,
  Module,
  type DynamicModule,
  type FactoryProvider,
  type ModuleMetadata,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { dampen } from '../redis/dampen.ts';
import { BullJobQueue } from './bull/bull-job-queue.ts';
import { JobQueue } from './job-queue.ts';
import { JobWorkers } from './job-workers.ts';
import { PgBossJobQueue } from './pg-boss/pg-boss-job-queue.ts';

export interface JobsOptions {
  databaseUrl: string;
  /** With it jobs live in Redis, without it in PostgreSQL. */
  redisUrl?: string | undefined;
  /** A worker silent for so long is taken for dead. Default 15 s, at least 10 s. */
  lockMs?: number;
}

const JOBS_OPTIONS = Symbol('jobs-options');

/** The queue itself, without Nest: for scripts and tests. Call `open` before and `close` after use. */
export function createJobQueue({ databaseUrl, redisUrl, lockMs = 15_000 }: JobsOptions): JobQueue {
  const log = new Logger('jobs');
  const onError = dampen((error) => log.error(error));
  if (redisUrl) return new BullJobQueue({ redisUrl, lockMs, onError });
  return new PgBossJobQueue({ databaseUrl, lockMs, onError });
}

/** Provides `JobQueue` and `JobWorkers` everywhere; opens the queue at boot and closes it last. */
@Module({})
export class JobsModule implements OnApplicationShutdown {
  constructor(@Inject(JobQueue) private readonly queue: JobQueue) {}

  static forRootAsync(options: {
    imports?: ModuleMetadata['imports'];
    inject?: FactoryProvider['inject'];
    useFactory: FactoryProvider<JobsOptions>['useFactory'];
  }): DynamicModule {
    return {
      module: JobsModule,
      global: true,
      imports: [DiscoveryModule, ...(options.imports ?? [])],
      providers: [
        { provide: JOBS_OPTIONS, inject: options.inject ?? [], useFactory: options.useFactory },
        {
          provide: JobQueue,
          inject: [JOBS_OPTIONS],
          useFactory: async (jobsOptions: JobsOptions) => {
            const queue = createJobQueue(jobsOptions);
            await queue.open();
            return queue;
          },
        },
        JobWorkers,
      ],
      exports: [JobQueue, JobWorkers],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close();
  }
}
