import { Injectable } from '@nestjs/common';
import { Database } from '@bureau/platform';
import type { DemoTable, Row } from './history/demo-rows.ts';
import { REMOVAL } from './removal.statements.ts';

/** PostgreSQL reads one JSON document of this many rows at a time. */
const ROWS_AT_ONCE = 500;

/** The only place that speaks SQL for demo data: whole tables at a time, past the verbs, consistent with what they write. */
@Injectable()
export class DemoRepository {
  constructor(private readonly database: Database) {}

  /** Waits for another seeding or removal to end. Within the open transaction. */
  async lock(): Promise<void> {
    await this.database.run("SELECT pg_advisory_xact_lock(hashtextextended('demo data', 0))");
  }

  /** What stands in the way of demo data, in words; null when nothing does. */
  async obstacle(): Promise<'demo' | 'in-use' | null> {
    const row = await this.database.row<{ demo: boolean; used: boolean }>(
      `SELECT EXISTS (SELECT FROM brands WHERE demo) OR EXISTS (SELECT FROM users WHERE demo) AS demo,
         EXISTS (SELECT FROM users) OR EXISTS (SELECT FROM cases) OR EXISTS (SELECT FROM mailboxes) AS used`,
    );
    return row?.demo ? 'demo' : row?.used ? 'in-use' : null;
  }

  /** Ids that nothing else will get. */
  async reserve(table: DemoTable, count: number): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>(
      'SELECT nextval(pg_get_serial_sequence($1, $2)) AS id FROM generate_series(1, $3::int)',
      [table, 'id', count],
    );
    return rows.map(({ id }) => id);
  }

  /** Inserts rows that name the same columns; the others get their defaults. */
  async insert(table: DemoTable, rows: readonly Row[]): Promise<void> {
    const columns = Object.keys(rows[0] ?? {}).join(', ');
    const onConflict = table === 'blobs' ? 'ON CONFLICT DO NOTHING' : '';
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      await this.database.run(
        `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) ${onConflict}`,
        [JSON.stringify(rows.slice(start, start + ROWS_AT_ONCE))],
      );
    }
  }

  /** Which answer is the best: answers come after the questions that name them. */
  async markBest(answerOf: ReadonlyMap<number, number>): Promise<void> {
    await this.database.run(
      `UPDATE questions q SET best_answer_id = b.answer FROM unnest($1::bigint[], $2::bigint[]) AS b (question, answer)
       WHERE q.id = b.question`,
      [[...answerOf.keys()], [...answerOf.values()]],
    );
  }

  /** Deletes all that is demo. Returns the blobs that nothing needs any more. Within the open transaction. */
  async remove(): Promise<{ counts: Record<string, number>; blobs: string[] }> {
    const counts: Record<string, number> = {};
    for (const { what, sql } of REMOVAL) counts[what] = await this.database.run(sql);
    const orphans = await this.database.rows<{ sha256: string }>(
      `DELETE FROM blobs b USING demo_blobs d WHERE b.sha256 = d.sha256
         AND NOT EXISTS (SELECT FROM attachments a WHERE a.sha256 = b.sha256)
         AND NOT EXISTS (SELECT FROM uploads u WHERE u.sha256 = b.sha256)
         AND NOT EXISTS (SELECT FROM article_files f WHERE f.sha256 = b.sha256)
         AND NOT EXISTS (SELECT FROM customers p WHERE p.avatar_sha256 = b.sha256)
         AND NOT EXISTS (SELECT FROM customer_identities n WHERE n.avatar_sha256 = b.sha256)
         AND NOT EXISTS (SELECT FROM social_accounts w WHERE w.avatar_sha256 = b.sha256)
         AND NOT EXISTS (SELECT FROM social_posts s WHERE s.avatar_sha256 = b.sha256)
         AND NOT EXISTS (SELECT FROM intake_items i WHERE i.raw_sha256 = b.sha256)
       RETURNING b.sha256`,
    );
    return { counts, blobs: orphans.map(({ sha256 }) => sha256) };
  }

  /** Whether a blob was stored again since it was removed. */
  async isNeeded(sha256: string): Promise<boolean> {
    return (await this.database.row('SELECT 1 FROM blobs WHERE sha256 = $1', [sha256])) !== undefined;
  }
}
