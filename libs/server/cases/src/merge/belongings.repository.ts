import { Injectable } from '@nestjs/common';
import { Database } from '@bureau/platform';

/** Whose belongings move, and from where: everything in `caseId` that is at home in one of `homeIds`. */
interface Household {
  caseId: number;
  homeIds: number[];
}

/** One end of a link, and the other. */
const ENDS = [
  { end: 'case_id', home: 'home_case_id', far: 'other_case_id' },
  { end: 'other_case_id', home: 'other_home_case_id', far: 'case_id' },
] as const;

/**
 * Moves what belongs to a case besides its interactions: suggestions of the ledger, links and drafts. What has no place
 * there, because the case is tied so already or its writer has begun another draft, stays where it is.
 */
@Injectable()
export class BelongingsRepository {
  constructor(private readonly database: Database) {}

  async move(from: Household, toCaseId: number): Promise<void> {
    await this.moveSuggestions(from, toCaseId);
    for (const { end, home, far } of ENDS) {
      await this.database.run(
        `UPDATE case_links l SET ${end} = $3, ${home} = nullif(coalesce(${home}, ${end}), $3)
         WHERE ${end} = $1 AND coalesce(${home}, ${end}) = ANY($2) AND ${far} IS DISTINCT FROM $3 AND NOT EXISTS (
           SELECT FROM case_links o
           WHERE (o.case_id = $3 AND (o.other_case_id = l.${far} OR o.url = l.url)) OR (o.other_case_id = $3 AND o.case_id = l.${far}))`,
        [from.caseId, from.homeIds, toCaseId],
      );
    }
    await this.moveDrafts(from, toCaseId);
  }

  private async moveSuggestions({ caseId, homeIds }: Household, toCaseId: number): Promise<void> {
    await this.database.run(
      `UPDATE intake_items SET case_id = $3, home_case_id = nullif(coalesce(home_case_id, case_id), $3)
       WHERE case_id = $1 AND message_id IS NULL AND coalesce(home_case_id, case_id) = ANY($2)`,
      [caseId, homeIds, toCaseId],
    );
  }

  /** Their writer has seen the case as it is now, no further: what is said in it from now on is news to him. */
  private async moveDrafts({ caseId, homeIds }: Household, toCaseId: number): Promise<void> {
    await this.database.run(
      `UPDATE drafts d SET case_id = $3, home_case_id = nullif(coalesce(d.home_case_id, d.case_id), $3),
         sequence = least(d.sequence, c.sequence)
       FROM cases c
       WHERE c.id = $3 AND d.case_id = $1 AND coalesce(d.home_case_id, d.case_id) = ANY($2) AND NOT EXISTS (
         SELECT FROM drafts o WHERE o.case_id = $3 AND o.user_id = d.user_id AND o.kind = d.kind)`,
      [caseId, homeIds, toCaseId],
    );
  }
}
