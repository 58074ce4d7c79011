import { seesEverything, userIdOf, type Actor } from '@bureau/contracts';
import type { AccessClause } from '@bureau/identity';
import { byNumber, byText } from '../resource/condition.ts';
import type { Source } from '../resource/source.ts';
import { link, time, timeOf } from '../resource/sql.ts';

const SKIPPED = '(SELECT count(*) FROM bulk_skips s WHERE s.bulk_id = k.id AND NOT s.undo)';
const DONE = "(k.id IS NULL OR k.state <> 'running')";

export const JOBS: Source = {
  class: 'job',
  from: 'api_jobs j LEFT JOIN bulk_changes k ON k.id = j.bulk_id',
  id: 'j.id',
  where: 'true',
  access: ownJobs,
  keys: { job: byNumber('j.id = $') },
  members: {
    id: 'j.id',
    type: 'j.type',
    status_message: `CASE WHEN ${DONE} THEN 'Completed' WHEN k.position = 0 THEN 'Queued' ELSE 'Running' END`,
    progress: `CASE WHEN ${DONE} THEN 100 ELSE 100 * k.position / greatest(1, cardinality(k.case_ids)) END`,
    last_error: `CASE WHEN ${SKIPPED} > 0 THEN ${SKIPPED} || ' of the cases stayed as they were.' END`,
    created_at: time('j.created_at'),
    completed_at: `CASE WHEN ${DONE} THEN ${timeOf('coalesce(k.finished_at, j.created_at)')} END`,
  },
  links: { self: link('/jobs/{j.id}', 'job'), user: link('/users/{j.user_id}', 'user') },
  filters: { type: byText('j.type = $') },
  sorts: { id: 'j.id', created_at: 'j.created_at' },
  perPage: 100,
};

/** One's own; whoever sees every case sees all. */
function ownJobs(actor: Actor, first: number): AccessClause {
  if (!('access' in actor) || seesEverything(actor.access)) return { kind: 'all', sql: 'true', values: [] };
  return { kind: 'own', sql: `j.user_id = $${first}`, values: [userIdOf(actor) ?? null] };
}
