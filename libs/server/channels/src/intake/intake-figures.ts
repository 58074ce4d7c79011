import { Injectable } from '@nestjs/common';
import { Clock, Database, registerGauge } from '@bureau/platform';

/** What operators watch: for how long the oldest mail has been waiting for its fate. */
@Injectable()
export class IntakeFigures {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    registerGauge({
      name: 'bureau_intake_oldest_waiting_seconds',
      help: 'Age of the oldest intake item without a fate',
      collect: () => this.oldestWaitingSeconds(),
    });
  }

  private async oldestWaitingSeconds(): Promise<number> {
    const row = await this.database.row<{ since: Date | null }>(
      `SELECT min(received_at) AS since FROM intake_items WHERE fate = 'waiting'`,
    );
    const now = this.clock.now().getTime();
    return Math.max(0, (now - (row?.since?.getTime() ?? now)) / 1000);
  }
}
