import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { findMethods } from './find-methods.ts';
import { jobHandledBy } from './handles-job.ts';
import { definedJobs, type JobDefinition } from './job-definition.ts';
import { JobQueue } from './job-queue.ts';
import type { JobHandler } from './running-jobs.ts';
import { scheduleOf, type Schedule } from './schedules/every.ts';
import { runSchedule, Schedules } from './schedules/schedules.ts';

const GRACE_MS = 10_000;

/** Does the work: the worker role calls `start` once everything is wired. */
@Injectable()
export class JobWorkers implements BeforeApplicationShutdown {
  private readonly log = new Logger('jobs');
  private schedules: Schedules | undefined;

  constructor(
    @Inject(JobQueue) private readonly queue: JobQueue,
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
  ) {}

  /**
   * Finds the handlers and schedules among the providers and starts them.
   * @throws Error when a job has two handlers, or none (unless `partial`: a test that boots a few features only).
   */
  async start({ partial = false } = {}): Promise<void> {
    const handlers = this.findHandlers();
    const schedules = this.findSchedules(handlers);
    const idle = definedJobs().filter((job) => !handlers.has(job));
    if (idle.length > 0 && !partial) {
      throw new Error(`No @HandlesJob for ${idle.map(({ name }) => name).join(', ')}`);
    }
    await this.queue.startWorkers(handlers);
    this.schedules = new Schedules(this.queue, (error) => this.log.error(error));
    this.schedules.start(schedules);
  }

  /** Nothing begins any more because time goes by; jobs are done as before. For worlds whose time only a test moves. */
  restSchedules(): void {
    this.schedules?.stop();
  }

  async stop(graceMs = GRACE_MS): Promise<void> {
    if (!this.schedules) return;
    this.schedules.stop();
    this.schedules = undefined;
    await this.queue.stopWorkers(graceMs);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  private findHandlers(): Map<JobDefinition<unknown>, JobHandler> {
    const jobs = new Map(definedJobs().map((job) => [job.name, job]));
    const handlers = new Map<JobDefinition<unknown>, JobHandler>();
    for (const { label, method, call } of findMethods(this.discovery)) {
      const job = jobs.get(jobHandledBy(method) ?? '');
      if (!job) continue;
      if (handlers.has(job)) throw new Error(`${label}: job ${job.name} already has a handler`);
      handlers.set(job, call);
    }
    return handlers;
  }

  /** Adds the one handler that runs all schedules of this application. */
  private findSchedules(handlers: Map<JobDefinition<unknown>, JobHandler>): Schedule[] {
    const runs = new Map<string, () => Promise<unknown>>();
    const schedules = findMethods(this.discovery).flatMap(({ label, method, call }) => {
      const schedule = scheduleOf(method);
      if (!schedule) return [];
      if (runs.has(schedule.name)) throw new Error(`${label}: "${schedule.name}" is taken`);
      runs.set(schedule.name, () => call());
      return [schedule];
    });
    handlers.set(runSchedule, async (payload) => {
      await runs.get(runSchedule.payload.parse(payload).name)?.();
    });
    return schedules;
  }
}
