import { Injectable } from '@nestjs/common';
import { stampOf, type Actor, type CaseStatus, type FieldChange } from '@bureau/contracts';
import { Clock, Database, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { CaseRepository } from '../case/case.repository.ts';

interface TakenBack {
  messageId: number;
  caseId: number;
  userId: number;
  html: string | null;
  text: string;
  sequence: number;
}

/** Takes a reply back that has not left: the delivery is cancelled, the status restored, the text is the draft again. */
@Injectable()
export class UndoReply {
  constructor(
    private readonly cases: CaseRepository,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Throws delivery.not-found, or delivery.under-way once the sending has begun. */
  @Transactional()
  async run(actor: Actor, deliveryId: number): Promise<void> {
    const at = this.clock.now();
    const reply = await this.cancel(deliveryId, at);
    const supportCase = await this.cases.lockOrThrow(actor, reply.caseId);

    const restored = await this.statusBefore(reply, supportCase.status);
    const sequence = supportCase.sequence + 1;
    const changes: FieldChange[] = restored ? [{ field: 'status', from: supportCase.status, to: restored }] : [];
    await this.cases.patch(
      reply.caseId,
      { waitingSince: at, ...(restored ? { status: restored } : {}) },
      { items: 1, at },
    );
    await this.cases.tell(reply.caseId, {
      sequence,
      event: 'reply.undone',
      actor: stampOf(actor),
      changes,
      reason: null,
      at,
    });
    await this.redraft(reply, { sequence, at });
    await this.outbox.add('case.updated', {
      caseId: reply.caseId,
      sequence,
      actor: stampOf(actor),
      event: 'reply.undone',
      changes,
    });
  }

  private async cancel(deliveryId: number, at: Date): Promise<TakenBack> {
    const cancelled = await this.database.row<TakenBack>(
      `WITH cancelled AS (
         UPDATE deliveries d SET state = 'cancelled', next_attempt_at = NULL, updated_at = $2
         FROM messages written
         WHERE d.id = $1 AND d.state = 'pending' AND d.attempts = 0
           AND written.id = d.message_id AND written.user_id IS NOT NULL
         RETURNING d.message_id
       )
       SELECT m.id AS "messageId", m.case_id AS "caseId", m.user_id AS "userId", m.html, m.text, m.sequence
       FROM messages m JOIN cancelled ON cancelled.message_id = m.id`,
      [deliveryId, at],
    );
    if (cancelled) return cancelled;
    const known = await this.database.row('SELECT 1 FROM deliveries WHERE id = $1', [deliveryId]);
    throw new ProblemError(known ? 'delivery.under-way' : 'delivery.not-found');
  }

  /** The status that the reply changed, if nobody changed it again since. */
  private async statusBefore(reply: TakenBack, status: CaseStatus): Promise<CaseStatus | undefined> {
    const row = await this.database.row<{ from: CaseStatus }>(
      `SELECT change ->> 'from' AS "from" FROM case_events, jsonb_array_elements(changes) change
       WHERE case_id = $1 AND sequence = $2 AND change ->> 'field' = 'status' AND change ->> 'to' = $3`,
      [reply.caseId, reply.sequence + 1, status],
    );
    return row?.from;
  }

  private async redraft(reply: TakenBack, { sequence, at }: { sequence: number; at: Date }): Promise<void> {
    await this.database.run(
      `WITH again AS (
         INSERT INTO uploads (user_id, file_name, content_type, size, sha256, created_at)
         SELECT $2, file_name, content_type, size, sha256, $6 FROM attachments WHERE message_id = $7 ORDER BY position
         RETURNING id
       )
       INSERT INTO drafts (case_id, user_id, html, text, sequence, upload_ids, updated_at)
       VALUES ($1, $2, $3, $4, $5, ARRAY(SELECT id FROM again ORDER BY id), $6)
       ON CONFLICT (case_id, user_id, kind) DO NOTHING`,
      [reply.caseId, reply.userId, reply.html ?? textToHtml(reply.text), reply.text, sequence, at, reply.messageId],
    );
  }
}

function textToHtml(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return escaped
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('');
}
