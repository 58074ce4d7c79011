import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.ts';
import { Database } from '../database/index.ts';
import { Every } from '../jobs/index.ts';

/** For so long a repetition is recognised. */
export const KEY_KEPT_MS = 24 * 3_600_000;

/** Forgets the answers that nobody may ask for again. */
@Injectable()
export class IdempotencySweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Every('1h', 'idempotency.sweep')
  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEY_KEPT_MS);
    await this.database.run('DELETE FROM idempotency_keys WHERE created_at < $1', [before]);
  }
}
