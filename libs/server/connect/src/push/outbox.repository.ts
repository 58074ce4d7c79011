import { Injectable } from '@nestjs/common';
import type { SyncObject, SyncProblem } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';

/** A record of the desk that somebody has to look at for Salesforce. */
export interface Waiting {
  object: SyncObject;
  deskId: number;
  /** Grows with every change. */
  changes: number;
  attempts: number;
}

/** How long a process may be silent about a record before another one takes it, in seconds. */
const LEASE_SECONDS = 120;

/** What is already dead comes to life again: something about it has changed. */
const MARK = statement(
  'salesforce-outbox.mark',
  `INSERT INTO salesforce_outbox AS o (object, desk_id, since, not_before)
   SELECT $1, id, $3, $4 FROM unnest($2::bigint[]) AS id ORDER BY id
   ON CONFLICT (object, desk_id) DO UPDATE SET changes = o.changes + 1, attempts = 0, dead = false,
     since = CASE WHEN o.dead THEN EXCLUDED.since ELSE o.since END,
     not_before = CASE WHEN o.dead THEN EXCLUDED.not_before ELSE least(o.not_before, EXCLUDED.not_before) END`,
);

/** What others hang on comes first. */
const TAKE = statement(
  'salesforce-outbox.take',
  `UPDATE salesforce_outbox o SET taken_until = now() + make_interval(secs => ${LEASE_SECONDS})
   FROM (
     SELECT object, desk_id FROM salesforce_outbox
     WHERE not_before <= $1 AND NOT dead AND taken_until < now()
     ORDER BY not_before LIMIT $2 FOR UPDATE SKIP LOCKED
   ) due
   WHERE o.object = due.object AND o.desk_id = due.desk_id
   RETURNING o.object, o.desk_id AS "deskId", o.changes, o.attempts`,
);

const DONE = statement(
  'salesforce-outbox.done',
  'DELETE FROM salesforce_outbox WHERE object = $1 AND desk_id = $2 AND changes = $3',
);

const GIVE_BACK = statement(
  'salesforce-outbox.give-back',
  `UPDATE salesforce_outbox SET taken_until = '-infinity', not_before = $3, attempts = $4, problem = $5, dead = $6
   WHERE object = $1 AND desk_id = $2`,
);

/** Records with a field that rests because what it points to in Salesforce was not linked. */
const POINTING = statement(
  'salesforce-outbox.pointing',
  `SELECT l.object, l.desk_id AS "deskId" FROM salesforce_links l
   WHERE l.held <> '{}' AND EXISTS (SELECT FROM jsonb_each(l.held) h
     WHERE h.value ->> 'code' = 'record-not-linked' AND h.value ->> 'salesforce' = $1)`,
);

/** The only place that speaks SQL for what waits to go to Salesforce. */
@Injectable()
export class SalesforceOutbox {
  constructor(private readonly database: Database) {}

  /** In the transaction of the change, or of the fact that tells of it. */
  async mark(object: SyncObject, deskIds: readonly number[], at: Date, notBefore = at): Promise<void> {
    if (deskIds.length > 0) await this.database.run(MARK, [object, deskIds, at, notBefore]);
  }

  take(now: Date, limit: number): Promise<Waiting[]> {
    return this.database.rows<Waiting>(TAKE, [now, limit]);
  }

  /** Whether the record is done; false: it changed meanwhile and stays, to be looked at again at once. */
  async done({ object, deskId, changes }: Waiting, now: Date): Promise<boolean> {
    if ((await this.database.run(DONE, [object, deskId, changes])) > 0) return true;
    await this.database.run(GIVE_BACK, [object, deskId, now, 0, null, false]);
    return false;
  }

  /** Later again; a `problem` says why it was not done. */
  async later(
    { object, deskId }: Waiting,
    { notBefore, attempts, problem = null }: { notBefore: Date; attempts: number; problem?: SyncProblem | null },
  ): Promise<void> {
    const why = problem && JSON.stringify(problem);
    await this.database.run(GIVE_BACK, [object, deskId, notBefore, attempts, why, false]);
  }

  /** Not again until the record, a mapping or a person changes something; a change that came meanwhile is such a thing. */
  async bury({ object, deskId, changes, attempts }: Waiting, problem: SyncProblem, now: Date): Promise<void> {
    await this.database.run(
      `UPDATE salesforce_outbox SET taken_until = '-infinity', not_before = $3, attempts = $4, problem = $5,
         dead = changes = $6
       WHERE object = $1 AND desk_id = $2`,
      [object, deskId, now, attempts, JSON.stringify(problem), changes],
    );
  }

  /** Those of the records that wait and are not dead already wait at least until then. */
  async putOff(object: SyncObject, deskIds: readonly number[], until: Date): Promise<number[]> {
    const rows = await this.database.rows<{ deskId: number }>(
      `UPDATE salesforce_outbox SET not_before = $3
       WHERE object = $1 AND desk_id = ANY ($2::bigint[]) AND NOT dead RETURNING desk_id AS "deskId"`,
      [object, deskIds, until],
    );
    return rows.map(({ deskId }) => deskId);
  }

  /** Lets go of those that were put off until then, and that nobody has changed since. */
  async dropPutOff(object: SyncObject, deskIds: readonly number[], until: Date): Promise<void> {
    await this.database.run(
      'DELETE FROM salesforce_outbox WHERE object = $1 AND desk_id = ANY ($2::bigint[]) AND not_before = $3',
      [object, deskIds, until],
    );
  }

  /** Those that wait for a record which has now got its counterpart, or could not point to it. */
  async wake(now: Date, parent: { object: SyncObject; deskId: number; salesforceId: string | null }): Promise<void> {
    await this.database.run(
      `UPDATE salesforce_outbox SET not_before = $1 WHERE problem @> $2::jsonb AND not_before > $1`,
      [now, JSON.stringify({ code: 'WAITS', fields: [`${parent.object}:${parent.deskId}`] })],
    );
    const pointing = await this.database.rows<{ object: SyncObject; deskId: number }>(POINTING, [parent.salesforceId]);
    for (const { object, deskId } of pointing) await this.mark(object, [deskId], now);
  }

  async drop(object: SyncObject, deskId: number): Promise<void> {
    await this.database.run('DELETE FROM salesforce_outbox WHERE object = $1 AND desk_id = $2', [object, deskId]);
  }
}
