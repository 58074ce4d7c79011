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
  /** Somebody wants tried again what was refused for this reason; `*`: for any; null: nobody does. */
  release: string | null;
}

/** A record of the outbox, whoever has taken it. */
export interface Standing extends Pick<Waiting, 'object' | 'deskId' | 'changes' | 'attempts'> {
  notBefore: Date;
  dead: boolean;
}

interface Why {
  problem: SyncProblem | null;
}

/** Of what failed: one record, one object, one reason; whatever is not named counts for all. */
export interface WhichProblems {
  object?: SyncObject;
  deskId?: number;
  code?: string;
}

/** A record that has got its counterpart. */
export interface WokenBy {
  object: SyncObject;
  deskId: number;
  salesforceId: string | null;
  personContactId: string | null;
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

const KEEP = statement(
  'salesforce-outbox.keep',
  `INSERT INTO salesforce_outbox (object, desk_id, since, not_before)
   SELECT $1, id, $3, $3 FROM unnest($2::bigint[]) AS id ORDER BY id ON CONFLICT DO NOTHING`,
);

/** What has waited longest comes first. */
const TAKE = statement(
  'salesforce-outbox.take',
  `UPDATE salesforce_outbox o SET taken_until = now() + make_interval(secs => ${LEASE_SECONDS})
   FROM (
     SELECT object, desk_id FROM salesforce_outbox
     WHERE not_before <= $1 AND NOT dead AND taken_until < now()
     ORDER BY not_before LIMIT $2 FOR UPDATE SKIP LOCKED
   ) due
   WHERE o.object = due.object AND o.desk_id = due.desk_id
   RETURNING o.object, o.desk_id AS "deskId", o.changes, o.attempts, o.release`,
);

const STANDING = statement(
  'salesforce-outbox.standing',
  `SELECT o.object, o.desk_id AS "deskId", o.changes, o.attempts, o.not_before AS "notBefore", o.dead
   FROM salesforce_outbox o JOIN unnest($1::text[], $2::bigint[]) AS asked (object, desk_id) USING (object, desk_id)`,
);

/** What has changed since somebody looked is not dead. Whoever has taken it goes on with it. */
const STAYS = statement(
  'salesforce-outbox.stays',
  `INSERT INTO salesforce_outbox AS o (object, desk_id, since, not_before, attempts, problem, dead)
   VALUES ($1, $2, $3, $4, $5, $6, $7)
   ON CONFLICT (object, desk_id) DO UPDATE SET not_before = EXCLUDED.not_before, attempts = EXCLUDED.attempts,
     problem = EXCLUDED.problem, dead = EXCLUDED.dead AND o.changes IS NOT DISTINCT FROM $8`,
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

/** Values: object, desk id, code, now. */
const RETRY = statement(
  'salesforce-outbox.retry',
  `WITH due AS (
     SELECT l.object, l.desk_id FROM salesforce_links l
     WHERE l.held <> '{}' AND ($3::text IS NULL OR EXISTS (SELECT FROM jsonb_each(l.held) h WHERE h.value ->> 'code' = $3))
     UNION SELECT 'case', case_id FROM salesforce_children
     WHERE problem IS NOT NULL AND ($3::text IS NULL OR problem ->> 'code' = $3)
     UNION SELECT object, desk_id FROM salesforce_outbox
     WHERE problem IS NOT NULL AND ($3::text IS NULL OR problem ->> 'code' = $3)
   )
   INSERT INTO salesforce_outbox AS o (object, desk_id, since, not_before, release)
   SELECT object, desk_id, $4, $4, coalesce($3, '*') FROM due
   WHERE ($1::text IS NULL OR object = $1) AND ($2::bigint IS NULL OR desk_id = $2) ORDER BY object, desk_id
   ON CONFLICT (object, desk_id) DO UPDATE SET changes = o.changes + 1, attempts = 0, dead = false, problem = NULL,
     not_before = EXCLUDED.not_before,
     release = CASE WHEN o.release IS NULL OR o.release = EXCLUDED.release THEN EXCLUDED.release ELSE '*' END`,
);

const WAKE = statement(
  'salesforce-outbox.wake',
  'UPDATE salesforce_outbox SET not_before = $1 WHERE problem @> ANY ($2::jsonb[]) AND not_before > $1',
);

/** Records with a field that rests because what it points to in Salesforce was not linked. */
const POINTING = statement(
  'salesforce-outbox.pointing',
  `SELECT l.object, l.desk_id AS "deskId" FROM salesforce_links l
   WHERE l.held <> '{}' AND EXISTS (SELECT FROM jsonb_each(l.held) h
     WHERE h.value ->> 'code' = 'record-not-linked' AND h.value ->> 'salesforce' = ANY ($1::text[]))`,
);

/** What names records of `$1`, and has gone to Salesforce without them or could not go because of that. */
const NAMING = (parents: string) => `
  SELECT 'case' AS object, c.id AS desk_id, 'customer' AS field, w.* FROM ${parents}
    JOIN cases c ON c.customer_id = w.parent_id WHERE $1 = 'customer'
  UNION ALL SELECT 'customer', p.id, 'company', w.* FROM ${parents}
    JOIN customers p ON p.company_id = w.parent_id WHERE $1 = 'company'
  UNION ALL SELECT 'case', c.id, 'company', w.* FROM ${parents}
    JOIN customers p ON p.company_id = w.parent_id JOIN cases c ON c.customer_id = p.id WHERE $1 = 'company'`;

/** What was refused is made of what the desk has now: an answer says that it was not made. Values: object, desk ids. */
const THAW_NAMING = statement(
  'salesforce-outbox.thaw-naming',
  `UPDATE salesforce_links l SET payload = NULL FROM (${NAMING('unnest($2::bigint[]) w (parent_id)')}) n
   WHERE l.object = n.object AND l.desk_id = n.desk_id AND l.state = 'error' AND l.salesforce_id IS NULL
     AND l.problem ->> 'kind' IN ('data', 'config') AND l.payload -> 'recreates' = '[]'`,
);

/** Values: object, and of each its id, the one in Salesforce and the one of its contact; now. */
const MARK_NAMING = statement(
  'salesforce-outbox.mark-naming',
  `INSERT INTO salesforce_outbox AS o (object, desk_id, since, not_before)
   SELECT DISTINCT l.object, l.desk_id, $5::timestamptz, $5::timestamptz
   FROM (${NAMING('unnest($2::bigint[], $3::text[], $4::text[]) w (parent_id, salesforce_id, contact_id)')}) n
   JOIN salesforce_links l ON l.object = n.object AND l.desk_id = n.desk_id
   WHERE l.state IN ('ok', 'error')
     AND coalesce(l.base ->> n.field, '') <> ALL (array_remove(ARRAY[n.salesforce_id, n.contact_id], NULL))
   ORDER BY 1, 2
   ON CONFLICT (object, desk_id) DO UPDATE SET changes = o.changes + 1, attempts = 0, dead = false,
     not_before = least(o.not_before, EXCLUDED.not_before)`,
);

/** The only place that speaks SQL for what waits to go to Salesforce. */
@Injectable()
export class SalesforceOutbox {
  constructor(private readonly database: Database) {}

  /** In the transaction of the change, or of the fact that tells of it. */
  async mark(object: SyncObject, deskIds: readonly number[], at: Date, notBefore = at): Promise<void> {
    if (deskIds.length > 0) await this.database.run(MARK, [object, deskIds, at, notBefore]);
  }

  /** It waits, or is dead, as it did and was; one that did neither waits now. */
  async keep(object: SyncObject, deskIds: readonly number[], at: Date): Promise<void> {
    if (deskIds.length > 0) await this.database.run(KEEP, [object, deskIds, at]);
  }

  take(now: Date, limit: number): Promise<Waiting[]> {
    return this.database.rows<Waiting>(TAKE, [now, limit]);
  }

  /** How those of the records stand that are in it. */
  async standing(records: readonly Pick<Waiting, 'object' | 'deskId'>[]): Promise<Standing[]> {
    if (records.length === 0) return [];
    return this.database.rows<Standing & Record<string, unknown>>(STANDING, [
      records.map(({ object }) => object),
      records.map(({ deskId }) => deskId),
    ]);
  }

  /** One that was tried before its turn, and has to be tried again or is dead. `changes`: as it stood; null: it did not. */
  async stays(
    { object, deskId, changes }: Pick<Waiting, 'object' | 'deskId'> & { changes: number | null },
    { notBefore, attempts, problem, dead }: Pick<Standing, 'notBefore' | 'attempts' | 'dead'> & Why,
    now: Date,
  ): Promise<void> {
    const why = problem && JSON.stringify(problem);
    await this.database.run(STAYS, [object, deskId, now, notBefore, attempts, why, dead, changes]);
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

  /** What failed is due; what rests of it is released by whoever takes it. How many records that are. */
  retry({ object, deskId, code }: WhichProblems, now: Date): Promise<number> {
    return this.database.run(RETRY, [object ?? null, deskId ?? null, code ?? null, now]);
  }

  /** What that wish was for is done; one that came since stays. */
  async released({ object, deskId, release }: Pick<Waiting, 'object' | 'deskId' | 'release'>): Promise<void> {
    await this.database.run(
      'UPDATE salesforce_outbox SET release = NULL WHERE object = $1 AND desk_id = $2 AND release = $3',
      [object, deskId, release],
    );
  }

  /** Those that wait for a record which has now got its counterpart, could not point to it, or went without it. */
  wake(now: Date, parent: WokenBy): Promise<void> {
    return this.wakeMany(now, parent.object, [parent]);
  }

  /** As {@link wake}, for records of one object. */
  async wakeMany(now: Date, object: SyncObject, parents: readonly Omit<WokenBy, 'object'>[]): Promise<void> {
    if (parents.length === 0) return;
    const waits = parents.map(({ deskId }) => JSON.stringify({ code: 'WAITS', fields: [`${object}:${deskId}`] }));
    await this.database.run(WAKE, [now, waits]);
    await this.wakePointing(
      now,
      parents.flatMap(({ salesforceId }) => salesforceId ?? []),
    );
    if (object === 'case') return;
    const ids = parents.map(({ deskId }) => deskId);
    await this.database.run(THAW_NAMING, [object, ids]);
    await this.database.run(MARK_NAMING, [
      ...[object, ids, parents.map(({ salesforceId }) => salesforceId)],
      ...[parents.map(({ personContactId }) => personContactId), now],
    ]);
  }

  /** Those of which a field points to one of these records of Salesforce. */
  async wakePointing(now: Date, salesforceIds: readonly string[]): Promise<void> {
    if (salesforceIds.length === 0) return;
    const pointing = await this.database.rows<{ object: SyncObject; deskId: number }>(POINTING, [salesforceIds]);
    for (const [object, some] of Map.groupBy(pointing, (one) => one.object)) {
      await this.mark(
        object,
        some.map(({ deskId }) => deskId),
        now,
      );
    }
  }

  async drop(object: SyncObject, deskId: number): Promise<void> {
    await this.database.run('DELETE FROM salesforce_outbox WHERE object = $1 AND desk_id = $2', [object, deskId]);
  }
}
