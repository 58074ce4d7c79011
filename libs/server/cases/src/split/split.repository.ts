import { Injectable } from '@nestjs/common';
import type { ActorStamp } from '@bureau/contracts';
import { Database } from '@bureau/platform';
import type { Interaction } from '../merge/interaction.repository.ts';

/** A split that stands. */
export interface Split {
  id: number;
  sourceId: number;
  caseId: number;
  /** What went along, and where it belonged. */
  interactions: Interaction[];
}

/** What was split off from what. */
@Injectable()
export class SplitRepository {
  constructor(private readonly database: Database) {}

  /** A case like another, still empty. It is open: whoever splits has seen what it is about. */
  async open(
    likeCaseId: number,
    { subject, customerId, at }: { subject: string; customerId: number; at: Date },
  ): Promise<number> {
    const row = await this.database.row<{ id: number }>(
      `INSERT INTO cases (brand_id, mailbox_id, customer_id, subject, status, priority, channel, assignee_id, group_id,
                          language, sequence, opened_at, first_opened_at, active_at, created_at, changed_at, demo)
       SELECT brand_id, mailbox_id, $2, $3, 'open', priority, channel, assignee_id, group_id,
              language, 0, $4, $4, $4, $4, $4, demo
       FROM cases WHERE id = $1 RETURNING id`,
      [likeCaseId, customerId, subject, at],
    );
    if (!row) throw new Error('The case was not opened.');
    return row.id;
  }

  async begin(
    { sourceId, caseId }: { sourceId: number; caseId: number },
    { interactions, actor, at }: { interactions: readonly Interaction[]; actor: ActorStamp; at: Date },
  ): Promise<number> {
    const row = await this.database.row<{ id: number }>(
      `INSERT INTO case_splits (source_id, case_id, interactions, actor, split_at) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
      [sourceId, caseId, JSON.stringify(interactions), JSON.stringify(actor), at],
    );
    if (!row) throw new Error('The split was not written down.');
    return row.id;
  }

  /** The split that made this case; undefined when none did, or it was taken back. */
  standing(caseId: number): Promise<Split | undefined> {
    return this.database.row<Split>(
      'SELECT id, source_id AS "sourceId", case_id AS "caseId", interactions FROM case_splits WHERE case_id = $1 AND unsplit_at IS NULL',
      [caseId],
    );
  }

  async end(splitId: number, at: Date): Promise<void> {
    await this.database.run('UPDATE case_splits SET unsplit_at = $2 WHERE id = $1', [splitId, at]);
  }

  /** What the new case takes from its messages: the subject of the first, and who first wrote to us. */
  async firstOf(messageIds: number[]): Promise<{ subject: string; senderId: number | null } | undefined> {
    return this.database.row<{ subject: string; senderId: number | null }>(
      `SELECT subject, (SELECT customer_id FROM messages WHERE id = ANY($1) AND direction = 'in' AND customer_id IS NOT NULL
                        ORDER BY sequence LIMIT 1) AS "senderId"
       FROM messages WHERE id = ANY($1) ORDER BY sequence LIMIT 1`,
      [messageIds],
    );
  }

  /** Those of the cases that still exist. */
  async existing(caseIds: number[]): Promise<Set<number>> {
    const rows = await this.database.rows<{ id: number }>('SELECT id FROM cases WHERE id = ANY($1)', [caseIds]);
    return new Set(rows.map(({ id }) => id));
  }
}
