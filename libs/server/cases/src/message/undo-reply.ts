import { Injectable } from '@nestjs/common';
import type { Actor, CaseStatus, FieldChange, MessagePurpose, ReplyOnNetwork } from '@bureau/contracts';
import { textAsHtml } from '@bureau/domain';
import { Clock, Database, ProblemError, Transactional } from '@bureau/platform';
import { CaseRepository } from '../case/case.repository.ts';
import { RecordCaseChange } from '../case/record-case-change.ts';
import { UploadAgain } from './upload-again.ts';

interface TakenBack {
  messageId: number;
  caseId: number;
  userId: number;
  html: string | null;
  text: string;
  sequence: number;
  purpose: MessagePurpose;
  at: Date;
  /** How it was to leave on the network of its case; null: by mail. */
  post: ReplyOnNetwork | null;
  /** Whom it was for, where it would leave on a network otherwise; null: as answers leave by themselves. */
  to: string[] | null;
}

/**
 * Takes a message back that waits, before its first attempt or between two: the delivery is cancelled, the status
 * restored, and the text of a reply is the draft again. That of a forward is not: it was meant for somebody else.
 */
@Injectable()
export class UndoReply {
  constructor(
    private readonly cases: CaseRepository,
    private readonly database: Database,
    private readonly recordChange: RecordCaseChange,
    private readonly uploadAgain: UploadAgain,
    private readonly clock: Clock,
  ) {}

  /**
   * `redrafts`: whether its text is the draft again, as it is for whoever wrote it by hand. Throws delivery.not-found, or
   * delivery.under-way once the sending has begun.
   */
  @Transactional()
  async run(actor: Actor, deliveryId: number, { redrafts = true } = {}): Promise<void> {
    const at = this.clock.now();
    const reply = await this.cancel(actor, { deliveryId, at });
    const supportCase = await this.cases.lockOrThrow(actor, reply.caseId);

    const restored = await this.statusBefore(reply, supportCase.status);
    const changes: FieldChange[] = restored ? [{ field: 'status', from: supportCase.status, to: restored }] : [];
    const isReply = reply.purpose === 'message';
    await this.recordChange.run(actor, supportCase, {
      event: isReply ? 'reply.undone' : 'forward.undone',
      changes,
      patch: { ...(isReply ? { waitingSince: at } : {}), ...(restored ? { status: restored } : {}) },
      context: { messageId: reply.messageId },
      at,
    });
    if (isReply && redrafts) await this.redraft(reply, { sequence: supportCase.sequence + 1, at });
    await this.cases.refreshDeliveryTrouble(supportCase.id);
  }

  private async cancel(actor: Actor, { deliveryId, at }: { deliveryId: number; at: Date }): Promise<TakenBack> {
    const cancelled = await this.database.row<TakenBack>(
      `WITH cancelled AS (
         UPDATE deliveries d SET state = 'cancelled', next_attempt_at = NULL, updated_at = $2
         FROM messages written
         WHERE d.id = $1 AND d.state = 'pending'
           AND written.id = d.message_id AND written.user_id IS NOT NULL
           -- What stands on a network in part, or may, is taken down there, not here.
           AND NOT EXISTS (SELECT FROM social_posts p
                           WHERE p.message_id = d.message_id AND (p.external_id IS NOT NULL OR p.attempted_at IS NOT NULL))
         RETURNING d.message_id, d.route
       )
       SELECT m.id AS "messageId", m.case_id AS "caseId", m.user_id AS "userId", m.html, m.text, m.sequence, m.purpose, m.at,
         cancelled.route -> 'wanted' AS post,
         CASE WHEN cancelled.route IS NULL AND c.channel IN ('twitter', 'facebook')
           THEN (SELECT json_agg(r -> 'address') FROM jsonb_array_elements(m.recipients_to) r) END AS "to"
       FROM messages m JOIN cancelled ON cancelled.message_id = m.id JOIN cases c ON c.id = m.case_id`,
      [deliveryId, at],
    );
    if (cancelled) return cancelled;
    const known = await this.database.row<{ caseId: number }>(
      'SELECT case_id AS "caseId" FROM deliveries WHERE id = $1',
      [deliveryId],
    );
    const isVisible = known !== undefined && (await this.cases.isVisible(actor, known.caseId));
    throw new ProblemError(isVisible ? 'delivery.under-way' : 'delivery.not-found');
  }

  /** The status that the reply changed, if nobody changed it again since. */
  private async statusBefore(reply: TakenBack, status: CaseStatus): Promise<CaseStatus | undefined> {
    const row = await this.database.row<{ from: CaseStatus }>(
      `SELECT change ->> 'from' AS "from" FROM case_events, jsonb_array_elements(changes) change
       WHERE case_id = $1 AND sequence = $2 AND at = $4 AND change ->> 'field' = 'status' AND change ->> 'to' = $3`,
      [reply.caseId, reply.sequence + 1, status, reply.at],
    );
    return row?.from;
  }

  private async redraft(reply: TakenBack, { sequence, at }: { sequence: number; at: Date }): Promise<void> {
    const { uploads, renamed } = await this.uploadAgain.run(reply.messageId, reply.userId, at);
    const html = renamed(reply.html ?? textAsHtml(reply.text));
    await this.database.run(
      `INSERT INTO drafts (case_id, user_id, html, text, sequence, upload_ids, updated_at, post, recipients_to)
       VALUES ($1, $2, $3, $4, $5, $7, $6, $8, $9) ON CONFLICT (case_id, user_id, kind) DO NOTHING`,
      [
        ...[reply.caseId, reply.userId, html, reply.text, sequence, at, uploads.map(({ id }) => id)],
        ...[reply.post, reply.to],
      ],
    );
  }
}
