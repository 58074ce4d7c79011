import { Injectable } from '@nestjs/common';
import { Database, statement } from '@bureau/platform';

const LAST_HANDLER = statement(
  'actions.last-handler',
  `SELECT u.id AS "userId", u.name FROM cases c JOIN messages m ON m.case_id = c.id JOIN users u ON u.id = m.user_id
   WHERE c.customer_id = $1 AND m.direction = 'out' AND m.purpose = 'message' AND u.disabled_at IS NULL
   ORDER BY (c.id = $2) DESC, m.at DESC, m.id DESC LIMIT 1`,
);

@Injectable()
export class LastHandlerQueries {
  constructor(private readonly database: Database) {}

  /** Who answered in this case last, else in any case of its customer; null: nobody who still works here. */
  async of({ caseId, customerId }: { caseId: number; customerId: number }) {
    return (await this.database.row<{ userId: number; name: string }>(LAST_HANDLER, [customerId, caseId])) ?? null;
  }
}
