import { Injectable } from '@nestjs/common';
import type { EventContext } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';

/** Macros applied to a case at once. */
export interface StoredApplication {
  userId: number;
  noteIds: number[];
  stays: string[];
}

const SEQUENCE = statement('macro-applications.sequence', 'SELECT sequence FROM cases WHERE id = $1');
const EXPLAIN = statement(
  'macro-applications.explain',
  'UPDATE case_events SET context = context || $3::jsonb WHERE case_id = $1 AND sequence > $2',
);
const BEGIN = statement(
  'macro-applications.begin',
  'INSERT INTO macro_applications (case_id, user_id, at) VALUES ($1, $2, $3) RETURNING id',
);
const END = statement(
  'macro-applications.end',
  `UPDATE macro_applications SET stays = $4,
     note_ids = ARRAY(SELECT id FROM notes WHERE case_id = $2 AND sequence > $3 ORDER BY id)
   WHERE id = $1`,
);
const FIND = statement(
  'macro-applications.find',
  `SELECT user_id AS "userId", note_ids AS "noteIds", stays FROM macro_applications WHERE id = $1 AND case_id = $2`,
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

  async begin(caseId: number, { userId, at }: { userId: number; at: Date }): Promise<number> {
    const row = await this.database.row<{ id: number }>(BEGIN, [caseId, userId, at]);
    if (!row) throw new Error('The macros were not written down.');
    return row.id;
  }

  /** Remembers the notes that were written since `after`, and what nothing takes back. */
  async end(id: number, { caseId, after, stays }: { caseId: number; after: number; stays: string[] }): Promise<void> {
    await this.database.run(END, [id, caseId, after, stays]);
  }

  find(id: number, caseId: number): Promise<StoredApplication | undefined> {
    return this.database.row<StoredApplication>(FIND, [id, caseId]);
  }

  /** Removes those of the notes that are still on the case as they were written; how many. */
  takeNotes(caseId: number, noteIds: readonly number[]): Promise<number> {
    return this.database.run(TAKE_NOTES, [caseId, noteIds]);
  }
}
