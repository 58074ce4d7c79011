import { create, list, show, type DeskRoute } from '../resource/desk-route.ts';
import { JOBS } from './job.source.ts';
import { JOB_NAMES, JobWrites, NewJob } from './job.writes.ts';

export const JOB_ROUTES: DeskRoute[] = [
  list('/jobs', { summary: 'List what was asked to be done at length.', allow: 'signed-in', reads: JOBS }),
  create('/jobs', {
    summary:
      'Change many cases (`bulk_case_update`, with `cases:bulk`) or merge customers (`customer_merge`, with `customers:merge`).',
    allow: 'signed-in',
    reads: JOBS,
    body: NewJob,
    names: JOB_NAMES,
    by: JobWrites,
    run: (writes, wish) => writes.begin(wish),
  }),
  show('/jobs/:job', { summary: 'Read how far a job is.', allow: 'signed-in', reads: JOBS }),
];
