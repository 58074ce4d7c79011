import { Injectable } from '@nestjs/common';
import type { ApiBudget } from '@bureau/contracts';
import { Clock, Database, Every, statement } from '@bureau/platform';

const NOTE = statement(
  'salesforce-budget.note',
  `INSERT INTO salesforce_budget (hour, used, call_limit, noted_at) VALUES (date_trunc('hour', $3::timestamptz), $1, $2, $3)
   ON CONFLICT (hour) DO UPDATE SET used = excluded.used, call_limit = excluded.call_limit, noted_at = excluded.noted_at
   WHERE salesforce_budget.noted_at <= excluded.noted_at`,
);

const LATEST = statement(
  'salesforce-budget.latest',
  'SELECT used, call_limit AS "limit", noted_at AS at FROM salesforce_budget ORDER BY hour DESC LIMIT 1',
);

const DAY_MS = 24 * 60 * 60_000;

/** The calls of the day, as Salesforce says with every answer; all processes of the desk know the same. */
@Injectable()
export class SalesforceBudget {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async note({ used, limit }: { used: number; limit: number }): Promise<void> {
    await this.database.apart(() => this.database.run(NOTE, [used, limit, this.clock.now()]));
  }

  /** Undefined: nobody has asked yet. */
  async latest(): Promise<ApiBudget | undefined> {
    const row = await this.database.row<{ used: number; limit: number; at: Date }>(LATEST, []);
    return row && { ...row, at: row.at.toISOString() };
  }

  /** By hour, the oldest first; of the last day. */
  async ofDay(): Promise<ApiBudget[]> {
    const rows = await this.database.rows<{ used: number; limit: number; at: Date }>(
      'SELECT used, call_limit AS "limit", hour AS at FROM salesforce_budget WHERE hour > $1 ORDER BY hour',
      [new Date(this.clock.now().getTime() - DAY_MS)],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  /** Another organisation has a day of its own. */
  async forget(): Promise<void> {
    await this.database.run('DELETE FROM salesforce_budget', []);
  }

  @Every('1h', 'salesforce-budget.sweep')
  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - 2 * DAY_MS);
    await this.database.run('DELETE FROM salesforce_budget WHERE hour < $1', [before]);
  }
}
