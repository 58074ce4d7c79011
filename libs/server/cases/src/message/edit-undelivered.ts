import { Injectable } from '@nestjs/common';
import type { Actor, EditableMessage } from '@bureau/contracts';
import { Clock, Database, ProblemError, Transactional } from '@bureau/platform';
import { caseAccess } from '../case/case-access.ts';
import { UploadAgain } from './upload-again.ts';

/**
 * Gives what could not be delivered back to an editor; its files become uploads of whoever edits. Nothing changes until
 * the edited message is sent and names this delivery as the one that it replaces.
 */
@Injectable()
export class EditUndelivered {
  constructor(
    private readonly database: Database,
    private readonly uploadAgain: UploadAgain,
    private readonly clock: Clock,
  ) {}

  /** Throws delivery.not-found; delivery.not-failed when it may still arrive, has arrived, or is replaced already. */
  @Transactional()
  async run(actor: Actor, deliveryId: number): Promise<EditableMessage> {
    if (actor.kind !== 'user' && actor.kind !== 'application') throw new ProblemError('permission.denied');
    const access = caseAccess(actor, 2);
    const found = await this.database.row<Omit<EditableMessage, 'uploads'> & { messageId: number; failed: boolean }>(
      `SELECT d.id AS "replacesDeliveryId", m.id AS "messageId", m.subject, m.html, m.text, m.recipients_to AS "to",
         m.recipients_cc AS "cc", m.recipients_bcc AS "bcc", d.route -> 'wanted' AS post,
         d.state IN ('failed', 'unknown', 'bounced') AND d.replaced_by IS NULL AND m.automatic IS NULL
           AND m.erased_at IS NULL AS failed
       FROM deliveries d JOIN messages m ON m.id = d.message_id JOIN cases c ON c.id = m.case_id
       WHERE d.id = $1 AND c.deleted_at IS NULL AND ${access.sql}`,
      [deliveryId, ...access.values],
    );
    if (!found) throw new ProblemError('delivery.not-found');
    const { messageId, failed, ...editable } = found;
    if (!failed) throw new ProblemError('delivery.not-failed');

    const { uploads, renamed } = await this.uploadAgain.run(messageId, actor.userId, this.clock.now());
    return { ...editable, html: editable.html === null ? null : renamed(editable.html), uploads };
  }
}
