import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CaseStatus, Rating, RatingType } from '@bureau/contracts';
import { Database } from '@bureau/platform';

/** A case whose customer says, or is to say, what he thinks. */
export interface RatedCase {
  id: number;
  brandId: number;
  status: CaseStatus;
  resolutionCount: number;
  resolvedAt: Date | null;
  customerId: number;
  customerName: string;
}

/** What is kept of one resolution. */
export interface KeptFeedback {
  id: number;
  caseId: number;
  resolution: number;
  rating: Rating | null;
  ratingType: RatingType | null;
  comment: string;
  changes: number;
  askedAt: Date | null;
  submittedAt: Date | null;
}

const KEPT = `f.id, f.case_id AS "caseId", f.resolution, f.rating, f.rating_type AS "ratingType", f.comment, f.changes,
  f.asked_at AS "askedAt", f.submitted_at AS "submittedAt"`;

/** The case that `$1` is today: where it was merged, the one that it went into, however often. Not in the trash. */
const PRESENT_CASE = `WITH RECURSIVE chain AS (
    SELECT id, merged_into_id, 0 AS depth FROM cases WHERE id = $1
    UNION ALL SELECT c.id, c.merged_into_id, chain.depth + 1 FROM cases c JOIN chain ON c.id = chain.merged_into_id WHERE chain.depth < 100
  )
  SELECT c.id, c.brand_id AS "brandId", c.status, c.resolution_count AS "resolutionCount", c.resolved_at AS "resolvedAt",
    p.id AS "customerId", p.name AS "customerName"
  FROM chain JOIN cases c ON c.id = chain.id JOIN customers p ON p.id = c.customer_id
  WHERE chain.merged_into_id IS NULL AND c.deleted_at IS NULL`;

/** The only place that speaks SQL for what customers said, and for the keys with which they may. */
@Injectable()
export class FeedbackRepository {
  constructor(private readonly database: Database) {}

  /** Undefined: there is none, or it is in the trash. */
  presentCase(caseId: number): Promise<RatedCase | undefined> {
    return this.database.row<RatedCase>(PRESENT_CASE, [caseId]);
  }

  /** What a key opens: the resolution that was asked about, and until when. */
  byKey(key: string): Promise<(KeptFeedback & { expiresAt: Date }) | undefined> {
    return this.database.row(
      `SELECT ${KEPT}, l.expires_at AS "expiresAt" FROM feedback_links l JOIN feedback f ON f.id = l.feedback_id
       WHERE l.token_hash = $1`,
      [hashOf(key)],
    );
  }

  /** A new key: 256 random bits, base64url. Those that are over for a year go. */
  async addKey(feedbackId: number, { at, expiresAt }: { at: Date; expiresAt: Date }): Promise<string> {
    const key = randomBytes(32).toString('base64url');
    await this.database.run(
      `WITH old AS (DELETE FROM feedback_links WHERE expires_at < $3::timestamptz - interval '1 year')
       INSERT INTO feedback_links (token_hash, feedback_id, created_at, expires_at) VALUES ($1, $2, $3, $4)`,
      [hashOf(key), feedbackId, at, expiresAt],
    );
    return key;
  }

  /** The resolution that the customer of a case was asked about last: the present one, or the one that is to come. */
  async rememberAsked(caseId: number, at: Date): Promise<number | undefined> {
    const row = await this.database.row<{ id: number }>(
      `INSERT INTO feedback AS f (case_id, resolution, assignee_id, group_id, asked_at)
       SELECT c.id, greatest(1, c.resolution_count + (c.status NOT IN ('resolved', 'closed'))::int), c.assignee_id, c.group_id, $2
       FROM cases c WHERE c.id = $1
       ON CONFLICT (case_id, resolution) DO UPDATE SET
         asked_at = coalesce(f.asked_at, EXCLUDED.asked_at), due_at = NULL, not_asked = NULL,
         assignee_id = CASE WHEN f.rating IS NULL THEN EXCLUDED.assignee_id ELSE f.assignee_id END,
         group_id = CASE WHEN f.rating IS NULL THEN EXCLUDED.group_id ELSE f.group_id END
       RETURNING f.id`,
      [caseId, at],
    );
    return row?.id;
  }

  /** What is kept of a resolution, and held until the end of the transaction; made where there is nothing. */
  async hold(caseId: number, resolution: number): Promise<KeptFeedback> {
    await this.database.run(
      `INSERT INTO feedback (case_id, resolution, assignee_id, group_id)
       SELECT c.id, $2, c.assignee_id, c.group_id FROM cases c WHERE c.id = $1 ON CONFLICT (case_id, resolution) DO NOTHING`,
      [caseId, resolution],
    );
    const kept = await this.database.row<KeptFeedback>(
      `SELECT ${KEPT} FROM feedback f WHERE f.case_id = $1 AND f.resolution = $2 FOR UPDATE`,
      [caseId, resolution],
    );
    if (!kept) throw new Error('The feedback was not kept.');
    return kept;
  }

  find(caseId: number, resolution: number): Promise<KeptFeedback | undefined> {
    return this.database.row<KeptFeedback>(
      `SELECT ${KEPT} FROM feedback f WHERE f.case_id = $1 AND f.resolution = $2`,
      [caseId, resolution],
    );
  }

  async save(
    id: number,
    { rating, ratingType, comment, at }: { rating: Rating; ratingType: RatingType; comment: string; at: Date },
  ): Promise<void> {
    await this.database.run(
      `UPDATE feedback SET rating = $2, rating_type = $3, comment = $4, submitted_at = coalesce(submitted_at, $5),
         changed_at = $5, changes = changes + (rating IS NOT NULL)::int, due_at = NULL, erased_at = NULL WHERE id = $1`,
      [id, rating, ratingType, comment, at],
    );
  }

  /** Whether a later resolution of the case has a rating of its own. */
  async hasLater({ caseId, resolution }: Pick<KeptFeedback, 'caseId' | 'resolution'>): Promise<boolean> {
    const row = await this.database.row(
      'SELECT FROM feedback WHERE case_id = $1 AND resolution > $2 AND rating IS NOT NULL LIMIT 1',
      [caseId, resolution],
    );
    return row !== undefined;
  }

  /** The case that a feedback is about; undefined when there is no such feedback. */
  async caseOf(id: number): Promise<number | undefined> {
    const row = await this.database.row<{ caseId: number }>(
      'SELECT case_id AS "caseId" FROM feedback WHERE id = $1 AND rating IS NOT NULL',
      [id],
    );
    return row?.caseId;
  }

  /** Whether there were words to erase. */
  async erase(id: number, at: Date): Promise<boolean> {
    const erased = await this.database.run(
      "UPDATE feedback SET comment = '', erased_at = $2 WHERE id = $1 AND comment <> ''",
      [id, at],
    );
    return erased > 0;
  }
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
