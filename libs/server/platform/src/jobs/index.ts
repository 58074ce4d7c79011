export { defineJob, definedJobs, type JobDefinition, type JobSettings } from './job-definition.ts';
export {
  JobQueue,
  type AddOptions,
  type DeadLetter,
  type JobToAdd,
  type QueueDepth,
  type Rebuild,
} from './job-queue.ts';
export { HandlesJob } from './handles-job.ts';
export { JobLost, JobRefused, WorkerStopping, type JobContext } from './running-jobs.ts';
export { JobWorkers } from './job-workers.ts';
export { JobsModule, createJobQueue, type JobsOptions } from './jobs.module.ts';
export { Every, type Interval } from './schedules/every.ts';
