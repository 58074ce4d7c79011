import { Injectable } from '@nestjs/common';
import type { Actor, BulkState, ChangeInBulk, FieldChange, MacrosInBulk } from '@bureau/contracts';
import { ERRORS, stampOf } from '@bureau/contracts';
import type { LabelEvent } from '@bureau/domain';
import { Database, RawJson, statement } from '@bureau/platform';
import type { ResolvedWish } from '../case/resolve-case-wish.ts';

/** What a bulk change does to each case, its names looked up; `deleted` puts into the trash or takes out of it. */
export type BulkWish =
  | (ResolvedWish & { suppressRules: boolean })
  | { deleted: boolean }
  | { macros: Pick<MacrosInBulk, 'macroIds' | 'sendReplies'> };

/** A bulk change under way: locked, with the cases of the next batch. */
export interface BulkBatch {
  id: number;
  state: BulkState;
  actor: Actor;
  undoneBy: Actor | null;
  wish: BulkWish;
  /** Empty when none is left. */
  caseIds: number[];
}

/** A case that stays as it is. */
export interface Skip {
  caseId: number;
  code: keyof typeof ERRORS;
  fields?: string[];
}

/** What a bulk change has done to a case, and what its undos have given back. */
export interface BulkHistory {
  caseId: number;
  eventId: number;
  sequence: number;
  changes: FieldChange[];
  undone: FieldChange[];
}

const SUMMARY = `json_build_object(
  'id', b.id, 'state', b.state, 'actor', b.actor -> 'stamp', 'changes', b.changes, 'total', cardinality(b.case_ids),
  'done', b.position, 'changed', b.changed,
  'skipped', (SELECT count(*) FROM bulk_skips s WHERE s.bulk_id = b.id AND NOT s.undo),
  'undone', b.undone, 'kept', (SELECT count(DISTINCT s.case_id) FROM bulk_skips s WHERE s.bulk_id = b.id AND s.undo),
  'createdAt', b.created_at, 'finishedAt', b.finished_at)::text`;

const NEXT = statement(
  'bulk.next-batch',
  `SELECT id, state, actor -> 'actor' AS actor, undone_by -> 'actor' AS "undoneBy", wish,
     case_ids[position + 1 : position + CASE WHEN wish ? 'macros' AND state = 'running' THEN $3::int ELSE $2 END] AS "caseIds"
   FROM bulk_changes WHERE id = $1 FOR UPDATE`,
);

/** What a change of cases was part of: a bulk change, or macros applied to one case. */
export type PartOf = 'bulkId' | 'macroApplicationId';

const historyBy = (part: PartOf) =>
  statement(
    `bulk.history-${part}`,
    `SELECT done.case_id AS "caseId", done.id AS "eventId", done.sequence, done.changes, coalesce(given.back, '[]') AS undone
   FROM case_events done LEFT JOIN LATERAL (
     SELECT jsonb_agg(change) AS back FROM case_events e, jsonb_array_elements(e.changes) change
     WHERE e.case_id = done.case_id AND e.sequence > done.sequence AND (e.context ->> 'undoes')::bigint = done.id) given ON true
   WHERE done.case_id = ANY($1) AND (done.context ->> '${part}')::bigint = $2 AND NOT done.context ? 'undoes'
   ORDER BY done.case_id, done.sequence`,
  );
const HISTORY = { bulkId: historyBy('bulkId'), macroApplicationId: historyBy('macroApplicationId') };

/** Bulk changes, how far they are, and what they left alone. */
@Injectable()
export class BulkRepository {
  constructor(private readonly database: Database) {}

  async begin(
    actor: Actor,
    {
      userId,
      caseIds,
      asked,
      wish,
      at,
    }: { userId: number | null; caseIds: number[]; asked: ChangeInBulk; wish: BulkWish; at: Date },
  ): Promise<number> {
    const { changes, deleted, macros } = asked;
    const row = await this.database.row<{ id: number }>(
      `INSERT INTO bulk_changes (user_id, actor, changes, wish, case_ids, created_at) VALUES ($1, $2, $3, $4, $5, $6)
       RETURNING id`,
      [
        userId,
        JSON.stringify({ actor, stamp: stampOf(actor) }),
        JSON.stringify(changes ?? (macros ? { macros } : { deleted })),
        JSON.stringify(wish),
        caseIds.toSorted((a, b) => a - b),
        at,
      ],
    );
    if (!row) throw new Error('The bulk change was not written down.');
    return row.id;
  }

  /** Locks a bulk change and reads its next cases. One worker at a time: another waits here, and goes on after it. */
  next(bulkId: number, size: { ofChanges: number; ofMacros: number }): Promise<BulkBatch | undefined> {
    return this.database.row<BulkBatch>(NEXT, [bulkId, size.ofChanges, size.ofMacros]);
  }

  /** Writes down that a batch is done. */
  async advance(
    { id, state, caseIds }: BulkBatch,
    { written, skips, at }: { written: number; skips: Skip[]; at: Date },
  ): Promise<void> {
    const undo = state === 'undoing';
    const last = caseIds.length === 0;
    await this.database.run(
      `UPDATE bulk_changes SET position = position + $2, ${undo ? 'undone = undone' : 'changed = changed'} + $3,
         progressed_at = now(), state = $4, finished_at = $5 WHERE id = $1`,
      [id, caseIds.length, written, last ? (undo ? 'undone' : 'done') : state, last ? at : null],
    );
    if (skips.length === 0) return;
    await this.database.run(
      `INSERT INTO bulk_skips (bulk_id, undo, case_id, code, fields)
       SELECT $1, $2, s."caseId", s.code, coalesce(s.fields, '{}')
       FROM jsonb_to_recordset($3) AS s ("caseId" bigint, code text, fields text[]) ON CONFLICT DO NOTHING`,
      [id, undo, JSON.stringify(skips)],
    );
  }

  /** From its first case again, backwards in meaning. False: it is under way. What an earlier undo kept is asked again. */
  async beginUndo(bulkId: number, actor: Actor): Promise<boolean> {
    const begun = await this.database.run(
      `WITH forgotten AS (DELETE FROM bulk_skips WHERE bulk_id = $1 AND undo)
       UPDATE bulk_changes SET state = 'undoing', position = 0, undone_by = $2, finished_at = NULL, progressed_at = now()
       WHERE id = $1 AND state IN ('done', 'undone')`,
      [bulkId, JSON.stringify({ actor, stamp: stampOf(actor) })],
    );
    return begun === 1;
  }

  /** What a bulk change, or macros, did to these cases, write by write in the order of the history. */
  history({ part, id }: { part: PartOf; id: number }, caseIds: number[]): Promise<BulkHistory[]> {
    return this.database.rows<BulkHistory & { caseId: number }>(HISTORY[part], [caseIds, id]);
  }

  /**
   * Of these cases the ones that others were ever merged into: their labels' history, and the labels that standing merges
   * bring.
   */
  mergeTargets(
    caseIds: number[],
  ): Promise<{ caseId: number; events: (LabelEvent & { sequence: number })[]; brought: number[] }[]> {
    return this.database.rows(
      `SELECT t.id AS "caseId",
         (SELECT coalesce(json_agg(json_build_object('id', e.id, 'sequence', e.sequence, 'event', e.event,
            'changes', e.changes, 'undoes', (e.context ->> 'undoes')::bigint) ORDER BY e.sequence), '[]')
          FROM case_events e WHERE e.case_id = t.id AND e.changes @> '[{"field": "labelIds"}]') AS events,
         ARRAY(SELECT DISTINCT unnest(s.label_ids) FROM case_merges m JOIN cases s ON s.id = m.source_id
               WHERE m.target_id = t.id AND m.unmerged_at IS NULL) AS brought
       FROM (SELECT DISTINCT target_id AS id FROM case_merges WHERE target_id = ANY($1)) t`,
      [caseIds],
    );
  }

  /** Under way, but without progress for a minute: the worker is gone, or its job was lost. */
  async stalled(): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>(
      `SELECT id FROM bulk_changes WHERE state IN ('running', 'undoing') AND progressed_at < now() - interval '1 minute'`,
    );
    return rows.map(({ id }) => id);
  }

  /** Whose it is; undefined when there is none. */
  async ownerOf(bulkId: number): Promise<{ userId: number | null } | undefined> {
    return this.database.row<{ userId: number | null }>('SELECT user_id AS "userId" FROM bulk_changes WHERE id = $1', [
      bulkId,
    ]);
  }

  /** The contract `BulkChange`. */
  async read(bulkId: number): Promise<RawJson> {
    const row = await this.database.row<{ json: string }>(
      `SELECT ${SUMMARY} AS json FROM bulk_changes b WHERE b.id = $1`,
      [bulkId],
    );
    return new RawJson(row?.json ?? 'null');
  }

  /** A page of `BulkSkip`, by case and code. */
  async skips(
    bulkId: number,
    { undo, limit, after }: { undo: boolean; limit: number; after: { caseId: number; code: string } },
  ): Promise<{ caseId: number; code: Skip['code']; fields: string[] }[]> {
    return this.database.rows(
      `SELECT case_id AS "caseId", code, fields FROM bulk_skips
       WHERE bulk_id = $1 AND undo = $2 AND (case_id, code) > ($3, $4) ORDER BY case_id, code LIMIT $5`,
      [bulkId, undo, after.caseId, after.code, limit],
    );
  }
}
