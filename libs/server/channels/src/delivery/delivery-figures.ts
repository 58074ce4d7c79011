import { Injectable } from '@nestjs/common';
import { Clock, Database, registerGauge } from '@bureau/platform';

/** What operators watch: how much is on its way out, and for how long it should have been gone. */
@Injectable()
export class DeliveryFigures {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    registerGauge({
      name: 'bureau_deliveries',
      help: 'Messages on their way out, by state',
      label: 'state',
      collect: () => this.underWay(),
    });
    registerGauge({
      name: 'bureau_delivery_overdue_seconds',
      help: 'For how long the message that waits longest should have left',
      collect: () => this.overdueSeconds(),
    });
  }

  private async underWay(): Promise<Record<string, number>> {
    const rows = await this.database.rows<{ state: string; count: number }>(
      `SELECT state, count(*) AS count FROM deliveries WHERE state IN ('pending', 'sending') GROUP BY state`,
    );
    return { pending: 0, sending: 0, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
  }

  private async overdueSeconds(): Promise<number> {
    const row = await this.database.row<{ due: Date | null }>(
      `SELECT min(next_attempt_at) AS due FROM deliveries WHERE state = 'pending'`,
    );
    const due = row?.due?.getTime() ?? Infinity;
    return Math.max(0, (this.clock.now().getTime() - due) / 1000);
  }
}
