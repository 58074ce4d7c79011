import { Injectable } from '@nestjs/common';
import type { Actor, SyncLogSettings } from '@bureau/contracts';
import { AuditLog } from '@bureau/identity';
import { Clock, Database, Every, Transactional } from '@bureau/platform';
import { SyncLogRepository } from './sync-log.repository.ts';

const DAY_MS = 24 * 60 * 60_000;
const BATCH = 5_000;

/** How long the history of the sync is kept, and its end. */
@Injectable()
export class KeepLog {
  constructor(
    private readonly database: Database,
    private readonly log: SyncLogRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async settings(): Promise<SyncLogSettings> {
    const row = await this.database.row<{ keepDays: number }>(
      'SELECT keep_days AS "keepDays" FROM salesforce_log_settings',
    );
    return { keepDays: row?.keepDays ?? 30 };
  }

  @Transactional()
  async change(actor: Actor, after: SyncLogSettings): Promise<SyncLogSettings> {
    const before = await this.settings();
    await this.database.run('UPDATE salesforce_log_settings SET keep_days = $1', [after.keepDays]);
    await this.audit.record(actor, {
      ...{ noun: 'salesforce', id: null, name: 'Salesforce: history', action: 'changed' },
      ...{ before, after },
    });
    return after;
  }

  @Every('1d', 'salesforce.forget-log')
  async forget(): Promise<void> {
    const { keepDays } = await this.settings();
    const before = new Date(this.clock.now().getTime() - keepDays * DAY_MS);
    while ((await this.log.forgetBefore(before, BATCH)) === BATCH);
  }
}
