import { Injectable } from '@nestjs/common';
import type { FeedSegment } from '@bureau/domain';
import { Database, statement } from '@bureau/platform';

/** Something to be said in the feed of a case. */
export interface FeedPost {
  id: number;
  segments: FeedSegment[];
}

/** In the order in which it happened to the case; what was refused waits until somebody tries again. */
const WAITING = statement(
  'salesforce-posts.waiting',
  `SELECT p.id, p.segments FROM salesforce_posts p
   WHERE p.case_id = $1 AND NOT EXISTS (SELECT FROM salesforce_children k
     WHERE k.kind = 'post' AND k.desk_id = p.id AND (k.salesforce_id IS NOT NULL OR k.problem IS NOT NULL))
   ORDER BY p.sequence NULLS LAST, p.id LIMIT $2`,
);

const KEEP = statement(
  'salesforce-posts.keep',
  `INSERT INTO salesforce_posts (case_id, sequence, segments, at) VALUES ($1, $2, $3, $4)
   ON CONFLICT (case_id, sequence) DO NOTHING`,
);

/** The only place that speaks SQL for posts. */
@Injectable()
export class PostRepository {
  constructor(private readonly database: Database) {}

  waiting(caseId: number, limit: number): Promise<FeedPost[]> {
    return this.database.rows<FeedPost & Record<string, unknown>>(WAITING, [caseId, limit]);
  }

  /** `sequence`: the change of the case that it tells of, once; null: of none. */
  async keep(
    caseId: number,
    { sequence, segments, at }: { sequence: number | null; segments: readonly FeedSegment[]; at: Date },
  ): Promise<void> {
    await this.database.run(KEEP, [caseId, sequence, JSON.stringify(segments), at]);
  }

  /** What nobody has sent is not said later, when the case is linked again. */
  async dropUnsent(caseId: number): Promise<void> {
    await this.database.run(
      `DELETE FROM salesforce_posts p WHERE p.case_id = $1
       AND NOT EXISTS (SELECT FROM salesforce_children k WHERE k.kind = 'post' AND k.desk_id = p.id)`,
      [caseId],
    );
  }
}
