import { Injectable } from '@nestjs/common';
import type { Actor, ActorStamp } from '@bureau/contracts';
import type { LabelEvent, StandingMerge } from '@bureau/domain';
import { Database, statement, RawJson } from '@bureau/platform';
import { caseAccess } from '../case/case-access.ts';

/** What the target of a merge has only because of it. */
export type Gain = 'gained_label_ids' | 'gained_follower_ids';

/** A merge that stands: its source is merged into its target. */
export interface Merge {
  id: number;
  sourceId: number;
  targetId: number;
  lastMessageId: number;
  targetSequence: number;
  gainedLabelIds: number[];
  gainedFollowerIds: number[];
}

const MERGE = `id, source_id AS "sourceId", target_id AS "targetId", last_message_id AS "lastMessageId",
  target_sequence AS "targetSequence", gained_label_ids AS "gainedLabelIds", gained_follower_ids AS "gainedFollowerIds"`;

const WAY = statement(
  'merges.way',
  `WITH RECURSIVE way AS (
     SELECT id, merged_into_id, 0 AS step FROM cases WHERE id = $1
     UNION ALL
     SELECT c.id, c.merged_into_id, step + 1 FROM way JOIN cases c ON c.id = way.merged_into_id
   ) CYCLE id SET looped USING path
   SELECT id FROM way WHERE NOT looped ORDER BY step`,
);

/** The columns of a source that closing it changes, or that must not go on while it is closed. */
const REMEMBERED = [
  'status',
  'waiting_since',
  'snoozed_at',
  'snoozed_until',
  'route_status',
  'active_at',
  'closed_at',
] as const;

/** Who is merged into whom, and what each merge brought. */
@Injectable()
export class MergeRepository {
  constructor(private readonly database: Database) {}

  /** Merges, splits and their inverses go one after the other, so that the way from a home to its end stands still. */
  async holdStill(): Promise<void> {
    await this.database.run("SELECT pg_advisory_xact_lock(hashtextextended('case merges', 0))");
  }

  /** Locked before their cases: whoever records what became of a delivery takes them in this order too. */
  async lockDeliveries(caseIds: number[]): Promise<void> {
    await this.database.run('SELECT FROM deliveries WHERE case_id = ANY($1) ORDER BY id FOR UPDATE', [caseIds]);
  }

  /** A case and the cases that it went into, one after the other; the last is where everything of it is. */
  async wayOf(caseId: number): Promise<number[]> {
    return (await this.database.rows<{ id: number }>(WAY, [caseId])).map(({ id }) => id);
  }

  /** Where everything of a case is; itself when it is not merged. */
  async endOf(caseId: number): Promise<number> {
    return (await this.wayOf(caseId)).at(-1) ?? caseId;
  }

  /** Whether what belongs to `homeCaseId` (null: to the case itself) is to be kept in this case, which is locked. */
  async isHomeOf(held: { id: number; mergedIntoId: number | null }, homeCaseId: number | null): Promise<boolean> {
    if (held.mergedIntoId !== null) return false;
    return homeCaseId === null || (await this.endOf(homeCaseId)) === held.id;
  }

  /** A case and every case merged into it, directly or through others. */
  async householdOf(caseId: number): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>(
      `WITH RECURSIVE household AS (
         SELECT id FROM cases WHERE id = $1
         UNION SELECT c.id FROM household JOIN cases c ON c.merged_into_id = household.id
       ) SELECT id FROM household`,
      [caseId],
    );
    return rows.map(({ id }) => id);
  }

  /** Those of the cases that did not come by e-mail. */
  async notByMail(caseIds: number[]): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>(
      "SELECT id FROM cases WHERE id = ANY($1) AND channel <> 'email' ORDER BY id",
      [caseIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Writes down a merge with the source as it is, and lets the target be followed by whoever follows the source. */
  async begin(
    { sourceId, targetId }: { sourceId: number; targetId: number },
    { labelIds, sequence, actor, at }: { labelIds: number[]; sequence: number; actor: ActorStamp; at: Date },
  ): Promise<number> {
    const row = await this.database.row<{ id: number }>(
      `WITH following AS (
         INSERT INTO case_followers (case_id, user_id) SELECT $2, user_id FROM case_followers WHERE case_id = $1
         ON CONFLICT DO NOTHING RETURNING user_id
       )
       INSERT INTO case_merges (source_id, target_id, before, last_message_id, target_sequence, gained_label_ids,
                                gained_follower_ids, actor, merged_at)
       SELECT $1, $2, (SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(c)) WHERE key = ANY($7)),
         (SELECT coalesce(max(id), 0) FROM messages), $4, $3, ARRAY(SELECT user_id FROM following), $5, $6
       FROM cases c WHERE c.id = $1 RETURNING id`,
      [sourceId, targetId, labelIds, sequence, JSON.stringify(actor), at, REMEMBERED],
    );
    if (!row) throw new Error('The merge was not written down.');
    return row.id;
  }

  /** The merge that took this case in; undefined when it is not merged. */
  standing(sourceId: number): Promise<Merge | undefined> {
    return this.database.row<Merge>(`SELECT ${MERGE} FROM case_merges WHERE source_id = $1 AND unmerged_at IS NULL`, [
      sourceId,
    ]);
  }

  /** Ends a merge and gives the source the columns back that it had before. */
  async end(merge: Merge, at: Date): Promise<void> {
    await this.database.run(
      `WITH ended AS (UPDATE case_merges SET unmerged_at = $2 WHERE id = $1 RETURNING source_id, before)
       UPDATE cases c SET merged_into_id = NULL, ${REMEMBERED.map((column) => `${column} = was.${column}`).join(', ')}
       FROM ended, jsonb_populate_record(NULL::cases, ended.before) was WHERE c.id = ended.source_id`,
      [merge.id, at],
    );
  }

  /**
   * What was said from this message on counts as said since a case was merged, and every case on its way: it came to them
   * only now, and whoever is taken out with it is to be woken by it.
   */
  async countAsSince(caseId: number, messageId: number): Promise<void> {
    await this.database.run(
      `UPDATE case_merges SET last_message_id = least(last_message_id, $2::bigint - 1)
       WHERE source_id = ANY($1) AND unmerged_at IS NULL`,
      [await this.wayOf(caseId), messageId],
    );
  }

  /** The other merges into the same target, with the labels or followers of their sources. */
  beside(merge: Merge, gain: Gain): Promise<StandingMerge[]> {
    const has =
      gain === 'gained_label_ids'
        ? 'c.label_ids'
        : 'ARRAY(SELECT user_id FROM case_followers WHERE case_id = c.id)::bigint[]';
    return this.database.rows<{ mergeId: number; has: number[] }>(
      `SELECT m.id AS "mergeId", ${has} AS has FROM case_merges m JOIN cases c ON c.id = m.source_id
       WHERE m.target_id = $1 AND m.id <> $2 AND m.unmerged_at IS NULL ORDER BY m.id`,
      [merge.targetId, merge.id],
    );
  }

  /** From now on the target has this because of that merge. */
  async credit(mergeId: number, gain: Gain, id: number): Promise<void> {
    await this.database.run(
      `UPDATE case_merges SET ${gain} = ${gain} || $2::bigint WHERE id = $1 AND $2 <> ALL(${gain})`,
      [mergeId, id],
    );
  }

  /** What a merge brought, less what its own source has lost. */
  async reduce(mergeId: number, gain: Gain, ids: number[]): Promise<void> {
    await this.database.run(
      `UPDATE case_merges SET ${gain} = ARRAY(SELECT id FROM unnest(${gain}) WITH ORDINALITY AS g (id, place)
         WHERE id <> ALL($2) ORDER BY place) WHERE id = $1`,
      [mergeId, ids],
    );
  }

  async unfollow(caseId: number, userIds: number[]): Promise<void> {
    await this.database.run('DELETE FROM case_followers WHERE case_id = $1 AND user_id = ANY($2)', [caseId, userIds]);
  }

  /** The history of a case's labels after a sequence, oldest first. */
  labelEvents(caseId: number, after: number): Promise<LabelEvent[]> {
    return this.database.rows<LabelEvent & { id: number }>(
      `SELECT id, event, changes, (context ->> 'undoes')::bigint AS undoes FROM case_events
       WHERE case_id = $1 AND sequence > $2 AND changes @> '[{"field": "labelIds"}]' ORDER BY sequence`,
      [caseId, after],
    );
  }

  /** `{items}` of the contract's `CaseMerge`: the merges of a case with cases that the actor may see. */
  async list(actor: Actor, caseId: number): Promise<RawJson> {
    const access = caseAccess(actor, 2);
    const row = await this.database.row<{ json: string }>(
      `SELECT json_build_object('items', coalesce(json_agg(json_build_object(
         'id', m.id, 'sourceId', m.source_id, 'sourceSubject', s.subject, 'targetId', m.target_id, 'actor', m.actor,
         'mergedAt', m.merged_at, 'unmergedAt', m.unmerged_at) ORDER BY m.id DESC), '[]'))::text AS json
       FROM case_merges m JOIN cases s ON s.id = m.source_id
         JOIN cases c ON c.id = CASE WHEN m.source_id = $1 THEN m.target_id ELSE m.source_id END
       WHERE $1 IN (m.source_id, m.target_id) AND ${access.sql}`,
      [caseId, ...access.values],
    );
    return new RawJson(row?.json ?? '{"items":[]}');
  }
}
