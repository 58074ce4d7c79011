import { Injectable } from '@nestjs/common';
import type { SyncChild, SyncProblem } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';
import type { Interaction } from './interaction.ts';

/** What is beneath a case in Salesforce already, or was sent. */
export interface Child {
  kind: SyncChild;
  deskId: number;
  part: number;
  /** Null: it was sent, and nobody knows what came of it. */
  salesforceId: string | null;
  contentHash: string;
  problem: SyncProblem | null;
  sentAt: Date;
}

export interface DeskNote {
  id: number;
  text: string;
  authorName: string;
  at: Date;
}

/** Mail that has not left, and may never leave, is not there yet. */
const INTERACTIONS = statement(
  'salesforce.interactions-of-case',
  `SELECT m.id, m.direction, m.channel, m.subject, m.text, m.html, m.from_name AS "fromName",
     m.from_address AS "fromAddress", m.recipients_to AS "to", m.recipients_cc AS cc, m.recipients_bcc AS bcc,
     m.message_id AS "messageId", m.at
   FROM messages m LEFT JOIN deliveries d ON d.message_id = m.id
   WHERE m.case_id = $1 AND m.erased_at IS NULL
     -- What began in Salesforce is there.
     AND m.author ->> 'kind' IS DISTINCT FROM 'sync' AND (d.state IS NULL OR d.state NOT IN ('pending', 'sending', 'failed', 'cancelled'))
     AND NOT EXISTS (SELECT FROM salesforce_children k
                     WHERE k.kind IN ('email', 'activity') AND k.desk_id = m.id
                       AND (k.salesforce_id IS NOT NULL OR k.problem IS NOT NULL))
   ORDER BY m.sequence LIMIT $2`,
);

const NOTES = statement(
  'salesforce.notes-of-case',
  `SELECT n.id, n.text, coalesce(n.author ->> 'name', '') AS "authorName", n.at
   FROM notes n
   -- What was written in Salesforce is there.
   WHERE n.case_id = $1 AND n.author ->> 'kind' IS DISTINCT FROM 'sync' ORDER BY n.sequence`,
);

const OF_CASE = statement(
  'salesforce-children.of-case',
  `SELECT kind, desk_id AS "deskId", part, salesforce_id AS "salesforceId", content_hash AS "contentHash", problem,
     sent_at AS "sentAt"
   FROM salesforce_children WHERE case_id = $1`,
);

const OF_ROW = statement(
  'salesforce-children.of-row',
  `SELECT kind, desk_id AS "deskId", part, salesforce_id AS "salesforceId", content_hash AS "contentHash", problem,
     sent_at AS "sentAt"
   FROM salesforce_children WHERE salesforce_id = $1`,
);

const SAVE = statement(
  'salesforce-children.save',
  `INSERT INTO salesforce_children (kind, desk_id, part, case_id, salesforce_id, content_hash, problem, sent_at)
   SELECT c.kind, c."deskId", c.part, c."caseId", c."salesforceId", c."contentHash", c.problem, c."sentAt"
   FROM jsonb_to_recordset($1) AS c (kind text, "deskId" bigint, part integer, "caseId" bigint, "salesforceId" text,
     "contentHash" text, problem jsonb, "sentAt" timestamptz)
   ON CONFLICT (kind, desk_id, part) DO UPDATE SET salesforce_id = EXCLUDED.salesforce_id,
     content_hash = EXCLUDED.content_hash, problem = EXCLUDED.problem, sent_at = EXCLUDED.sent_at,
     case_id = EXCLUDED.case_id`,
);

export interface ChildOfCase extends Child {
  caseId: number;
}

/** The only place that speaks SQL for what hangs on a case. */
@Injectable()
export class ChildRepository {
  constructor(private readonly database: Database) {}

  /** What was said and is not in Salesforce, in its order. */
  waitingInteractions(caseId: number, limit: number): Promise<Interaction[]> {
    return this.database.rows<Interaction & Record<string, unknown>>(INTERACTIONS, [caseId, limit]);
  }

  notes(caseId: number): Promise<DeskNote[]> {
    return this.database.rows<DeskNote & Record<string, unknown>>(NOTES, [caseId]);
  }

  ofCase(caseId: number): Promise<Child[]> {
    return this.database.rows<Child & Record<string, unknown>>(OF_CASE, [caseId]);
  }

  /** What a row of Salesforce is at the desk; undefined: nothing. */
  ofSalesforce(salesforceId: string): Promise<Child | undefined> {
    return this.database.row<Child & Record<string, unknown>>(OF_ROW, [salesforceId]);
  }

  save(caseId: number, child: Child): Promise<void> {
    return this.saveMany([{ ...child, caseId }]);
  }

  /** Each once. */
  async saveMany(children: readonly ChildOfCase[]): Promise<void> {
    if (children.length > 0) await this.database.run(SAVE, [JSON.stringify(children)]);
  }

  /** What was refused (for `code` only, where one is given) counts as never tried. */
  async tryAgain(caseId: number, code: string | null): Promise<void> {
    await this.database.run(
      `UPDATE salesforce_children SET problem = NULL, content_hash = '' WHERE case_id = $1 AND problem IS NOT NULL
         AND ($2::text IS NULL OR problem ->> 'code' = $2)`,
      [caseId, code],
    );
  }

  /** A part that a shorter note needs no more. */
  async forget({ kind, deskId, part }: Pick<Child, 'kind' | 'deskId' | 'part'>): Promise<void> {
    await this.database.run('DELETE FROM salesforce_children WHERE kind = $1 AND desk_id = $2 AND part = $3', [
      kind,
      deskId,
      part,
    ]);
  }
}
