import { Injectable } from '@nestjs/common';
import { CaseRepository } from '@bureau/cases';
import type { Actor, DeliveryState } from '@bureau/contracts';
import { Clock, Database, Outbox, ProblemError, Transactional } from '@bureau/platform';

export interface DeliveryChange {
  from: readonly DeliveryState[];
  to: DeliveryState;
  /** Only when this attempt is still the latest. */
  attempt?: number;
  /** Only when the end of the message cannot have left. */
  unended?: boolean;
  /** Only while no other message was sent in its place. */
  unreplaced?: boolean;
  /** Only while there is something to send. */
  unerased?: boolean;
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
       WHERE id = $1 AND state = ANY($2) AND attempts = coalesce($8, attempts)
         AND (ending_at IS NULL OR NOT $10) AND (replaced_by IS NULL OR NOT $11)
         AND NOT ($12 AND EXISTS (SELECT FROM messages m WHERE m.id = deliveries.message_id AND m.erased_at IS NOT NULL))
       RETURNING case_id AS "caseId", message_id AS "messageId"`,
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
        change.unended ?? false,
        change.unreplaced ?? false,
        change.unerased ?? false,
      ],
    );
    if (!changed) return false;
    await this.cases.refreshDeliveryTrouble(changed.caseId);
    await this.outbox.add('delivery.changed', { deliveryId, ...changed, state: change.to });
    return true;
  }

  /**
   * As {@link run}, for people. Throws delivery.not-found, also for a case that the actor may not see;
   * delivery.not-failed when the state does not allow it, or another message was sent in its place. The delivery is
   * locked first, so that nobody erases the message between question and change.
   */
  @Transactional()
  async demand(actor: Actor, deliveryId: number, change: DeliveryChange): Promise<void> {
    const known = await this.database.row<{ caseId: number }>(
      'SELECT case_id AS "caseId" FROM deliveries WHERE id = $1 FOR UPDATE',
      [deliveryId],
    );
    if (!known || !(await this.cases.isVisible(actor, known.caseId))) throw new ProblemError('delivery.not-found');
    if (await this.run(deliveryId, { ...change, unreplaced: true })) return;
    throw new ProblemError('delivery.not-failed');
  }
}
