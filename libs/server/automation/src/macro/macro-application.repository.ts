import { Injectable } from '@nestjs/common';
import type { EventContext } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';

/** Macros applied to a case at once. */
export interface StoredApplication {
  id: number;
  /** Null: an API application that belongs to nobody. */
  userId: number | null;
  noteIds: number[];
  stays: string[];
  /** The delivery of the reply that was sent with it. */
  reply: { deliveryId: number | null; state: string | null } | null;
}

const SEQUENCE = statement('macro-applications.sequence', 'SELECT sequence FROM cases WHERE id = $1');
const EXPLAIN = statement(
  'macro-applications.explain',
  'UPDATE case_events SET context = context || $3::jsonb WHERE case_id = $1 AND sequence > $2',
);
const BEGIN = statement(
  'macro-applications.begin',
  'INSERT INTO macro_applications (case_id, user_id, at, bulk_id) VALUES ($1, $2, $3, $4) RETURNING id',
);
const END = statement(
  'macro-applications.end',
  `UPDATE macro_applications SET stays = $4, message_id = $5,
     note_ids = ARRAY(SELECT id FROM notes WHERE case_id = $2 AND sequence > $3 ORDER BY id)
   WHERE id = $1`,
);
const APPLICATION = `SELECT a.id, a.user_id AS "userId", a.note_ids AS "noteIds", a.stays, CASE WHEN a.message_id IS NOT NULL
    THEN json_build_object('deliveryId', d.id, 'state', d.state) END AS reply
  FROM macro_applications a
  LEFT JOIN LATERAL (SELECT id, state FROM deliveries WHERE message_id = a.message_id ORDER BY id DESC LIMIT 1) d ON true`;
const FIND = statement('macro-applications.find', `${APPLICATION} WHERE a.id = $1 AND a.case_id = $2`);
const FIND_IN_BULK = statement(
  'macro-applications.find-in-bulk',
  `${APPLICATION} WHERE a.bulk_id = $1 AND a.case_id = $2`,
);
const REMAINING = statement(
  'macro-applications.remaining-notes',
  'SELECT count(*) AS count FROM notes WHERE id = ANY($2) AND case_id = $1',
);
const TAKE_NOTES = statement(
  'macro-applications.take-notes',
  'DELETE FROM notes WHERE id = ANY($2) AND case_id = $1 AND edited_at IS NULL',
);

/** What macros have done to cases, as far as an undo needs to know. Its writes happen under the lock of the case. */
@Injectable()
export class MacroApplicationRepository {
  constructor(private readonly database: Database) {}

  async sequenceOf(caseId: number): Promise<number> {
    return (await this.database.row<{ sequence: number }>(SEQUENCE, [caseId]))?.sequence ?? 0;
  }

  /** Says of the lines of history that this transaction has written since `after` what they were part of. */
  async explain(caseId: number, after: number, context: EventContext): Promise<void> {
    await this.database.run(EXPLAIN, [caseId, after, JSON.stringify(context)]);
  }

  async begin(
    caseId: number,
    { userId, at, bulkId = null }: { userId: number | null; at: Date; bulkId?: number | null },
  ): Promise<number> {
    const row = await this.database.row<{ id: number }>(BEGIN, [caseId, userId, at, bulkId]);
    if (!row) throw new Error('The macros were not written down.');
    return row.id;
  }

  /** Remembers the notes that were written since `after`, the reply that was sent, and what nothing takes back. */
  async end(
    id: number,
    {
      caseId,
      after,
      stays,
      messageId = null,
    }: { caseId: number; after: number; stays: string[]; messageId?: number | null },
  ): Promise<void> {
    await this.database.run(END, [id, caseId, after, stays, messageId]);
  }

  find(id: number, caseId: number): Promise<StoredApplication | undefined> {
    return this.database.row<StoredApplication>(FIND, [id, caseId]);
  }

  findInBulk(bulkId: number, caseId: number): Promise<StoredApplication | undefined> {
    return this.database.row<StoredApplication>(FIND_IN_BULK, [bulkId, caseId]);
  }

  /** How many of the notes are on the case. */
  async remaining(caseId: number, noteIds: readonly number[]): Promise<number> {
    return (await this.database.row<{ count: number }>(REMAINING, [caseId, noteIds]))?.count ?? 0;
  }

  /** Removes those of the notes that are still on the case as they were written; how many. */
  takeNotes(caseId: number, noteIds: readonly number[]): Promise<number> {
    return this.database.run(TAKE_NOTES, [caseId, noteIds]);
  }
}
