import { Injectable } from '@nestjs/common';
import type { UserSummary } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';

const OF = statement(
  'followers.of-case',
  `SELECT u.id, u.name FROM case_followers f JOIN users u ON u.id = f.user_id WHERE f.case_id = $1 ORDER BY u.name, u.id`,
);

@Injectable()
export class FollowerRepository {
  constructor(private readonly database: Database) {}

  of(caseId: number): Promise<UserSummary[]> {
    return this.database.rows<UserSummary>(OF, [caseId]);
  }

  /** Whether that was new. */
  async add(caseId: number, userId: number): Promise<boolean> {
    const sql = 'INSERT INTO case_followers (case_id, user_id) VALUES ($1, $2) ON CONFLICT DO NOTHING';
    return (await this.database.run(sql, [caseId, userId])) > 0;
  }

  /** Whether he had followed. */
  async remove(caseId: number, userId: number): Promise<boolean> {
    const sql = 'DELETE FROM case_followers WHERE case_id = $1 AND user_id = $2';
    return (await this.database.run(sql, [caseId, userId])) > 0;
  }
}
