import { Injectable } from '@nestjs/common';
import { CaseRepository } from '@bureau/cases';
import type { BounceFacts } from '@bureau/domain';
import { Clock, Database, Outbox } from '@bureau/platform';

/** Marks the message that bounced, with the receiver's words. A report of mere delay changes nothing. */
@Injectable()
export class MarkBounced {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(messageId: number, bounce: BounceFacts): Promise<void> {
    if (!bounce.permanent) return;
    const words = bounce.recipients
      .map(({ address, diagnostic, status }) => `${address}: ${diagnostic ?? status ?? 'could not be delivered'}`)
      .join('\n');
    const delivery = await this.database.row<{ id: number; caseId: number }>(
      `UPDATE deliveries SET state = 'bounced', response = $2, next_attempt_at = NULL, updated_at = $3
       WHERE message_id = $1 AND state IN ('sent', 'unknown', 'sending') RETURNING id, case_id AS "caseId"`,
      [messageId, words || 'The message came back.', this.clock.now()],
    );
    if (!delivery) return;
    await this.cases.refreshDeliveryTrouble(delivery.caseId);
    await this.outbox.add('delivery.changed', { deliveryId: delivery.id, caseId: delivery.caseId, messageId, state: 'bounced' });
  }
}
