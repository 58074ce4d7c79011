import { Injectable } from '@nestjs/common';
import type { SyncObject, SyncProblem } from '@bureau/contracts';
import { Clock, Database, SystemLog } from '@bureau/platform';

/** Tells administrators of a field that Salesforce does not take any more: once, however many records it keeps back. */
@Injectable()
export class FieldAlerts {
  constructor(
    private readonly database: Database,
    private readonly systemLog: SystemLog,
    private readonly clock: Clock,
  ) {}

  /** In the transaction that turns the field off. */
  async raise(object: SyncObject, salesforceField: string, { code, message }: SyncProblem): Promise<void> {
    const isNew = await this.database.run(
      `INSERT INTO salesforce_field_alerts (object, salesforce_field, code, at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [object, salesforceField, code, this.clock.now()],
    );
    if (isNew === 0) return;
    const words = `Salesforce does not take the field ${salesforceField} any more, and it is left out: ${message}`;
    const advice =
      'All other fields go on. When it is put right, that is noticed within two hours, or at once by a check of the organisation.';
    await this.systemLog.write({
      ...{ level: 'warning', part: 'salesforce', message: `${words} ${advice}` },
      details: { object, salesforceField, code },
    });
  }

  /** A check found these fields well: when one is refused again, that is news. Only of those that were told of `before` then. */
  async settle(object: SyncObject, salesforceFields: readonly string[], before: Date | null = null): Promise<void> {
    await this.database.run(
      `DELETE FROM salesforce_field_alerts
       WHERE object = $1 AND salesforce_field = ANY($2) AND ($3::timestamptz IS NULL OR at < $3)`,
      [object, salesforceFields, before],
    );
  }
}
