import { Injectable } from '@nestjs/common';
import type { CaseStatus, WriteSurvey } from '@bureau/contracts';
import type { WhoAsks } from '@bureau/domain';
import { Database, statement } from '@bureau/platform';

/** A resolution whose customer is to be asked, as it is now. */
export interface Asking {
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

/** One that the desk asks about by itself. */
export type DueAsking = Asking & Pick<WhoAsks, 'mailbox'>;

/** One that somebody wants to ask about now. */
export type PresentAsking = Asking & { wasAsked: boolean; hasAnswered: boolean };

/** What mailbox `x` says of asking. */
const MAILBOX = `CASE WHEN x.id IS NOT NULL THEN json_build_object('survey', x.survey, 'surveyAfterHours', x.survey_after_hours) END`;

/** Of case `$1`, when it is resolved and its brand asks. */
const WHO_ASKS = statement(
  'feedback.who-asks',
  `SELECT json_build_object('enabled', v.enabled, 'automatic', v.automatic, 'sendAfterHours', v.send_after_hours) AS survey,
     ${MAILBOX} AS mailbox
   FROM cases c JOIN surveys v ON v.brand_id = c.brand_id AND v.enabled LEFT JOIN mailboxes x ON x.id = c.mailbox_id
   WHERE c.id = $1 AND c.status = 'resolved' AND c.deleted_at IS NULL`,
);

/** Plans to ask about the present resolution of case `$1` at `$2`. */
const PLAN = statement(
  'feedback.plan',
  `INSERT INTO feedback (case_id, resolution, assignee_id, group_id, due_at)
   SELECT c.id, greatest(1, c.resolution_count), c.assignee_id, c.group_id, $2
   FROM cases c WHERE c.id = $1 AND c.status = 'resolved' AND c.deleted_at IS NULL
   ON CONFLICT (case_id, resolution) DO NOTHING`,
);

const DUE = statement(
  'feedback.due',
  'SELECT id, case_id AS "caseId" FROM feedback WHERE due_at <= $1 ORDER BY due_at LIMIT $2',
);

/** Of case `c`, its customer `p` and the site `s`. */
const ASKING = `c.id AS "caseId", c.status, c.resolution_count AS "resolutionCount", c.merged_into_id AS "mergedIntoId",
     c.brand_id AS "brandId", c.spam_at IS NOT NULL AS "isSpam", p.blocked_at IS NOT NULL AS "isBlocked",
     ARRAY[c.language, p.language, s.default_language] AS languages,
     (SELECT max(o.asked_at) FROM feedback o WHERE o.case_id = c.id) AS "lastAskedAt"`;

const HOLD = statement(
  'feedback.hold-due',
  `SELECT ${ASKING}, f.resolution, ${MAILBOX} AS mailbox
   FROM feedback f JOIN cases c ON c.id = f.case_id JOIN customers p ON p.id = c.customer_id CROSS JOIN site s
     LEFT JOIN mailboxes x ON x.id = c.mailbox_id
   WHERE f.id = $1 AND f.due_at <= $2 FOR UPDATE OF f`,
);

const PRESENT = statement(
  'feedback.present',
  `SELECT ${ASKING}, r.resolution, f.asked_at IS NOT NULL AS "wasAsked", f.rating IS NOT NULL AS "hasAnswered"
   FROM cases c JOIN customers p ON p.id = c.customer_id CROSS JOIN site s
     CROSS JOIN LATERAL (SELECT greatest(1, c.resolution_count) AS resolution) r
     LEFT JOIN feedback f ON f.case_id = c.id AND f.resolution = r.resolution
   WHERE c.id = $1 AND c.deleted_at IS NULL`,
);

/** The only place that speaks SQL for when customers are asked. */
@Injectable()
export class AskingRepository {
  constructor(private readonly database: Database) {}

  /** Undefined: the case is not resolved, or its brand does not ask. */
  whoAsks(caseId: number): Promise<WhoAsks | undefined> {
    return this.database.row<WhoAsks>(WHO_ASKS, [caseId]);
  }

  /** What is planned already, or was asked, stays as it is. */
  async plan(caseId: number, dueAt: Date): Promise<void> {
    await this.database.run(PLAN, [caseId, dueAt]);
  }

  due(at: Date, limit: number): Promise<{ id: number; caseId: number }[]> {
    return this.database.rows(DUE, [at, limit]);
  }

  /** Held until the end of the transaction; undefined when somebody else has settled it. */
  hold(feedbackId: number, at: Date): Promise<DueAsking | undefined> {
    return this.database.row<DueAsking>(HOLD, [feedbackId, at]);
  }

  /** The present resolution of a case; undefined when there is no such case. */
  present(caseId: number): Promise<PresentAsking | undefined> {
    return this.database.row<PresentAsking>(PRESENT, [caseId]);
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
