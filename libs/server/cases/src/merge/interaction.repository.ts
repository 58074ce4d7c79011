import { Injectable } from '@nestjs/common';
import { Database } from '@bureau/platform';
import { excerptOf } from '../message/inbound-message.ts';

/** A message or note, and the case that it belongs to wherever merges have taken it. */
export interface Interaction {
  kind: 'message' | 'note';
  id: number;
  homeId: number;
}

const INTERACTIONS = `
  SELECT 'message' AS kind, id, case_id, sequence, coalesce(home_case_id, case_id) AS home_id FROM messages
  UNION ALL SELECT 'note', id, case_id, sequence, coalesce(home_case_id, case_id) FROM notes`;

/** When the customer began to wait for the answer that is due now: his first words after ours; null when there are none. */
const WAITING_SINCE = `
  (SELECT min(asked.at) FROM messages asked
   WHERE asked.case_id = c.id AND asked.direction = 'in' AND asked.automatic IS NULL AND asked.at > coalesce(
     (SELECT max(said.at) FROM messages said
      WHERE said.case_id = c.id AND said.direction = 'out' AND said.automatic IS NULL), '-infinity'))`;

/** Moves what was said between cases, and makes the cases say again what they hold. */
@Injectable()
export class InteractionRepository {
  constructor(private readonly database: Database) {}

  /** What is in a case, in its order; only what belongs to one of `homeIds` when they are named. */
  within(caseId: number, homeIds: number[] | null = null): Promise<Interaction[]> {
    return this.database.rows<Interaction & { id: number }>(
      `SELECT kind, id, home_id AS "homeId" FROM (${INTERACTIONS}) i
       WHERE case_id = $1 AND ($2::bigint[] IS NULL OR home_id = ANY($2)) ORDER BY sequence`,
      [caseId, homeIds],
    );
  }

  /** Those of these messages and notes that are in the case, in its order. */
  named(caseId: number, { messageIds, noteIds }: { messageIds: number[]; noteIds: number[] }): Promise<Interaction[]> {
    return this.database.rows<Interaction & { id: number }>(
      `SELECT kind, id, home_id AS "homeId" FROM (${INTERACTIONS}) i
       WHERE case_id = $1 AND ((kind = 'message' AND id = ANY($2)) OR (kind = 'note' AND id = ANY($3)))
       ORDER BY sequence`,
      [caseId, messageIds, noteIds],
    );
  }

  /**
   * Moves interactions to the end of a case, in their order, with their deliveries and what the ledger knows of them.
   * Returns by how much its sequence grew.
   */
  async move(interactions: readonly Interaction[], toCaseId: number): Promise<number> {
    if (interactions.length === 0) return 0;
    const values = [toCaseId, JSON.stringify(interactions)];
    await this.database.run(
      `WITH moving AS (
         SELECT i.kind, i.id, nullif(i."homeId", $1::bigint) AS home_id, c.sequence + i.place AS sequence
         FROM cases c, ROWS FROM (jsonb_to_recordset($2::jsonb) AS (kind text, id bigint, "homeId" bigint))
           WITH ORDINALITY AS i (kind, id, "homeId", place)
         WHERE c.id = $1
       ), messages_moved AS (
         UPDATE messages m SET case_id = $1, sequence = moving.sequence, home_case_id = moving.home_id
         FROM moving WHERE moving.kind = 'message' AND m.id = moving.id
       ), notes_moved AS (
         UPDATE notes n SET case_id = $1, sequence = moving.sequence, home_case_id = moving.home_id
         FROM moving WHERE moving.kind = 'note' AND n.id = moving.id
       ), deliveries_moved AS (
         UPDATE deliveries d SET case_id = $1 FROM moving WHERE moving.kind = 'message' AND d.message_id = moving.id
       ), items_moved AS (
         UPDATE intake_items i SET case_id = $1, home_case_id = moving.home_id
         FROM moving WHERE moving.kind = 'message' AND i.message_id = moving.id
       )
       UPDATE cases SET sequence = sequence + (SELECT count(*) FROM moving) WHERE id = $1`,
      values,
    );
    return interactions.length;
  }

  /** Counts and times of cases whose interactions have moved. An empty case keeps the times that it had. */
  async recount(caseIds: number[]): Promise<void> {
    await this.database.run(
      `UPDATE cases c SET inbound_count = said.inbound, outbound_count = said.outbound, note_count = noted.count,
         attachment_count = filed.count, delivery_trouble = troubled.trouble,
         received_at = coalesce(said.received_at, c.received_at), replied_at = coalesce(said.replied_at, c.replied_at),
         active_at = coalesce(said.active_at, c.active_at)
       FROM cases k
         CROSS JOIN LATERAL (
           SELECT count(*) FILTER (WHERE direction = 'in') AS inbound, count(*) FILTER (WHERE direction = 'out') AS outbound,
             max(at) FILTER (WHERE direction = 'in') AS received_at, max(at) FILTER (WHERE direction = 'out') AS replied_at,
             max(at) FILTER (WHERE automatic IS NULL) AS active_at
           FROM messages WHERE case_id = k.id) said
         CROSS JOIN LATERAL (SELECT count(*) AS count FROM notes WHERE case_id = k.id) noted
         CROSS JOIN LATERAL (
           SELECT (SELECT count(*) FROM messages m JOIN attachments a ON a.message_id = m.id
                   WHERE m.case_id = k.id AND NOT a.inline)
                + (SELECT count(*) FROM notes n JOIN attachments a ON a.note_id = n.id
                   WHERE n.case_id = k.id AND NOT a.inline) AS count) filed
         CROSS JOIN LATERAL (SELECT EXISTS (
           SELECT FROM deliveries
           WHERE case_id = k.id AND state IN ('failed', 'unknown', 'bounced') AND replaced_by IS NULL) AS trouble) troubled
       WHERE c.id = ANY($1) AND k.id = c.id`,
      [caseIds],
    );
  }

  /** The beginning of the latest words in a case, as its row in a list shows them; undefined when nobody said anything. */
  async excerptOf(caseId: number): Promise<string | undefined> {
    const latest = await this.database.row<{ text: string; visibleLength: number }>(
      `SELECT left(text, 2000) AS text, visible_length AS "visibleLength" FROM messages
       WHERE case_id = $1 AND automatic IS NULL ORDER BY at DESC, sequence DESC LIMIT 1`,
      [caseId],
    );
    return latest && excerptOf(latest);
  }

  async waitingSince(caseId: number): Promise<Date | null> {
    const row = await this.database.row<{ since: Date | null }>(
      `SELECT ${WAITING_SINCE} AS since FROM cases c WHERE c.id = $1`,
      [caseId],
    );
    return row?.since ?? null;
  }

  /** When a person first wrote to one of these cases after a message; null when nobody did. */
  async firstWords(interactions: readonly Interaction[], afterMessageId: number): Promise<Date | null> {
    const row = await this.database.row<{ at: Date | null }>(
      `SELECT min(at) AS at FROM messages WHERE id = ANY($1) AND id > $2 AND direction = 'in' AND automatic IS NULL`,
      [interactions.filter(({ kind }) => kind === 'message').map(({ id }) => id), afterMessageId],
    );
    return row?.at ?? null;
  }
  /**
   * The first message that a person wrote to a case, or to one merged into it, since that was merged; undefined when there
   * is none. Asked of a case that was split off, once what went along has gone home: what is left then came since.
   */
  firstWordsTo(caseId: number): Promise<{ id: number } | undefined> {
    return this.database.row<{ id: number }>(
      `WITH RECURSIVE household AS (
         SELECT id, 0::bigint AS last_message_id FROM cases WHERE id = $1
         UNION ALL
         SELECT c.id, greatest(household.last_message_id, m.last_message_id)
         FROM household JOIN cases c ON c.merged_into_id = household.id
           LEFT JOIN case_merges m ON m.source_id = c.id AND m.unmerged_at IS NULL
       )
       SELECT m.id FROM messages m JOIN household ON household.id = coalesce(m.home_case_id, m.case_id)
       WHERE m.case_id = $1 AND m.id > household.last_message_id AND m.direction = 'in' AND m.automatic IS NULL
       ORDER BY m.id LIMIT 1`,
      [caseId],
    );
  }
}
