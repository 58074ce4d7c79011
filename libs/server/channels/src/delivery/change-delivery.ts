import { Injectable } from '@nestjs/common';
import { CaseRepository } from '@bureau/cases';
import type { DeliveryState } from '@bureau/contracts';
import { Clock, Database, Outbox, ProblemError, Transactional } from '@bureau/platform';

export interface DeliveryChange {
  from: readonly DeliveryState[];
  to: DeliveryState;
  /** Only when this attempt is still the latest. */
  attempt?: number;
  response?: string;
  nextAttemptAt?: Date | null;
  sentAt?: Date;
  /** A person asked to try again: the days of back-off begin anew. */
  retriedAt?: Date;
}

/** Moves a delivery from one state to another, marks its case, and tells. Every change of state goes through here. */
@Injectable()
export class ChangeDelivery {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** False: it was in none of the states of `from`, and nothing changed. */
  @Transactional()
  async run(deliveryId: number, change: DeliveryChange): Promise<boolean> {
    const changed = await this.database.row<{ caseId: number; messageId: number }>(
      `UPDATE deliveries SET state = $3, response = coalesce($4, response), next_attempt_at = $5,
         sent_at = coalesce($6, sent_at), retried_at = coalesce($9, retried_at), updated_at = $7
       WHERE id = $1 AND state = ANY($2) AND attempts = coalesce($8, attempts) RETURNING case_id AS "caseId", message_id AS "messageId"`,
      [
        deliveryId,
        change.from,
        change.to,
        change.response ?? null,
        change.nextAttemptAt ?? null,
        change.sentAt ?? null,
        this.clock.now(),
        change.attempt ?? null,
        change.retriedAt ?? null,
      ],
    );
    if (!changed) return false;
    await this.cases.refreshDeliveryTrouble(changed.caseId);
    await this.outbox.add('delivery.changed', { deliveryId, ...changed, state: change.to });
    return true;
  }

  /** As {@link run}, for people: throws delivery.not-found, or `refusal` when the state does not allow it. */
  async demand(deliveryId: number, change: DeliveryChange, refusal: 'delivery.not-failed'): Promise<void> {
    if (await this.run(deliveryId, change)) return;
    const known = await this.database.row('SELECT 1 FROM deliveries WHERE id = $1', [deliveryId]);
    throw new ProblemError(known ? refusal : 'delivery.not-found');
  }
}
