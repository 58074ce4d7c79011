import { Injectable } from '@nestjs/common';
import type { CaseStatus, WriteSurvey } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';

/** A resolution whose customer is due to be asked, as it is now. */
export interface DueAsking {
  feedbackId: number;
  caseId: number;
  resolution: number;
  status: CaseStatus;
  resolutionCount: number;
  mergedIntoId: number | null;
  brandId: number;
  isSpam: boolean;
  isBlocked: boolean;
  /** Of the case, of the customer, and of the desk. */
  languages: (string | null)[];
  lastAskedAt: Date | null;
}

/** Plans to ask about the present resolution of case `$1`, whose brand asks by itself, from `$2` on. */
const PLAN = statement(
  'feedback.plan',
  `INSERT INTO feedback (case_id, resolution, assignee_id, group_id, due_at)
   SELECT c.id, greatest(1, c.resolution_count), c.assignee_id, c.group_id, $2::timestamptz + v.send_after_hours * interval '1 hour'
   FROM cases c JOIN surveys v ON v.brand_id = c.brand_id AND v.enabled AND v.automatic
   WHERE c.id = $1 AND c.status = 'resolved' AND c.deleted_at IS NULL
   ON CONFLICT (case_id, resolution) DO NOTHING`,
);

const DUE = statement(
  'feedback.due',
  'SELECT id, case_id AS "caseId" FROM feedback WHERE due_at <= $1 ORDER BY due_at LIMIT $2',
);

const HOLD = statement(
  'feedback.hold-due',
  `SELECT f.id AS "feedbackId", f.case_id AS "caseId", f.resolution, c.status, c.resolution_count AS "resolutionCount",
     c.merged_into_id AS "mergedIntoId", c.brand_id AS "brandId", c.spam_at IS NOT NULL AS "isSpam",
     p.blocked_at IS NOT NULL AS "isBlocked", ARRAY[c.language, p.language, s.default_language] AS languages,
     (SELECT max(o.asked_at) FROM feedback o WHERE o.case_id = f.case_id) AS "lastAskedAt"
   FROM feedback f JOIN cases c ON c.id = f.case_id JOIN customers p ON p.id = c.customer_id CROSS JOIN site s
   WHERE f.id = $1 AND f.due_at <= $2 FOR UPDATE OF f`,
);

/** The only place that speaks SQL for when customers are asked. */
@Injectable()
export class AskingRepository {
  constructor(private readonly database: Database) {}

  async plan(caseId: number, at: Date): Promise<void> {
    await this.database.run(PLAN, [caseId, at]);
  }

  due(at: Date, limit: number): Promise<{ id: number; caseId: number }[]> {
    return this.database.rows(DUE, [at, limit]);
  }

  /** Held until the end of the transaction; undefined when somebody else has settled it. */
  hold(feedbackId: number, at: Date): Promise<DueAsking | undefined> {
    return this.database.row<DueAsking>(HOLD, [feedbackId, at]);
  }

  async settle(feedbackId: number, outcome: { askedAt: Date } | { notAsked: string }): Promise<void> {
    const [askedAt, notAsked] = 'askedAt' in outcome ? [outcome.askedAt, null] : [null, outcome.notAsked];
    await this.database.run(
      'UPDATE feedback SET due_at = NULL, asked_at = coalesce(asked_at, $2), not_asked = $3 WHERE id = $1',
      [feedbackId, askedAt, notAsked],
    );
  }

  /** What the brand of a case asks, and in which languages its customer would read it; undefined when there is no such case. */
  surveyOf(caseId: number): Promise<Asked | undefined> {
    return this.database.row<Asked>(
      `SELECT v.enabled,
         jsonb_build_object('slug', b.slug, 'languages', b.languages,
           'hosts', ARRAY(SELECT h.host FROM brand_hosts h WHERE h.brand_id = b.id ORDER BY h.position, h.host)) AS brand, v.words, v.expires_after_days AS "expiresAfterDays",
         ARRAY[c.language, p.language, s.default_language] AS languages
       FROM cases c JOIN surveys v ON v.brand_id = c.brand_id JOIN brands b ON b.id = c.brand_id
         JOIN customers p ON p.id = c.customer_id CROSS JOIN site s
       WHERE c.id = $1 AND c.deleted_at IS NULL`,
      [caseId],
    );
  }
}

type Asked = Pick<WriteSurvey, 'enabled' | 'words' | 'expiresAfterDays'> &
  Pick<DueAsking, 'languages'> & { brand: { slug: string; languages: string[]; hosts: string[] } };
