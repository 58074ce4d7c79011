import { Injectable } from '@nestjs/common';
import { Database } from '@bureau/platform';

/** The messages that cases are tried with. */
@Injectable()
export class LatestMessagesQueries {
  constructor(private readonly database: Database) {}

  /** By case, the latest message of one direction; cases without one are missing. */
  async of(caseIds: readonly number[], direction: 'in' | 'out'): Promise<Map<number, number>> {
    const rows = await this.database.rows<{ caseId: number; messageId: number }>(
      `SELECT asked.id AS "caseId", latest.id AS "messageId" FROM unnest($1::bigint[]) AS asked (id)
       CROSS JOIN LATERAL (SELECT id FROM messages m WHERE m.case_id = asked.id AND m.direction = $2
                           ORDER BY m.sequence DESC LIMIT 1) latest`,
      [caseIds, direction],
    );
    return new Map(rows.map(({ caseId, messageId }) => [caseId, messageId]));
  }
}
