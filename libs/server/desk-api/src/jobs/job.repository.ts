import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor } from '@bureau/contracts';
import { Database } from '@bureau/platform';

/** Writes down what programs asked to be done at length. */
@Injectable()
export class JobRepository {
  constructor(private readonly database: Database) {}

  /** `bulkId`: the change whose progress is the job's; null: customers were merged. Returns its number. */
  async add(actor: Actor, { bulkId, at }: { bulkId: number | null; at: Date }): Promise<number> {
    const row = await this.database.row<{ id: number }>(
      `INSERT INTO api_jobs (user_id, type, bulk_id, created_at)
       VALUES ($1, CASE WHEN $2::bigint IS NULL THEN 'customer_merge' ELSE 'bulk_case_update' END, $2, $3) RETURNING id`,
      [userIdOf(actor) ?? null, bulkId, at],
    );
    if (!row) throw new Error('The job was not written down.');
    return row.id;
  }
}
