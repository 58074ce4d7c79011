import { Injectable } from '@nestjs/common';
import { stampOf, type Actor } from '@bureau/contracts';
import { statusAfter } from '@bureau/domain';
import { Clock, Database, Outbox, ProblemError, statement, Transactional } from '@bureau/platform';
import { CaseRepository, type LockedCase } from '../case/case.repository.ts';
import { countedFiles, messageValues } from '../case/case-opening.ts';
import { SYSTEM } from '../case/system-actor.ts';
import { MergeRepository } from '../merge/merge.repository.ts';
import { excerptOf, type InboundMessage } from './inbound-message.ts';

const RECORD = statement(
  'messages.record-answer',
  `INSERT INTO messages (case_id, sequence, direction, subject, at, text, visible_length, html, from_name, from_address,
                         recipients_to, recipients_cc, message_id, in_reply_to, reference_ids, automatic, sender, notices,
                         author, user_id, customer_id, intake_id, home_case_id, channel)
   VALUES ($1, $2, 'out', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
   RETURNING id`,
);

/** Keeps an answer that the company gave elsewhere, such as in a network's own app: nothing of it is sent again. */
@Injectable()
export class RecordAnswer {
  constructor(
    private readonly cases: CaseRepository,
    private readonly merges: MergeRepository,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Throws `case.not-found`, or `case.closed` when it was closed, merged or taken apart meanwhile. */
  @Transactional()
  async run(
    actor: Actor,
    {
      caseId,
      homeCaseId = null,
      message,
      at = this.clock.now(),
    }: { caseId: number; homeCaseId?: number | null; message: InboundMessage; at?: Date },
  ): Promise<{ messageId: number }> {
    const supportCase = await this.cases.lockOrThrow(SYSTEM, caseId);
    const status = statusAfter(supportCase.status, 'agent-replies');
    if (status === null || !(await this.merges.isHomeOf(supportCase, homeCaseId)))
      throw new ProblemError('case.closed');
    const changes = status === supportCase.status ? [] : [{ field: 'status', from: supportCase.status, to: status }];
    const told = changes.length > 0;
    const sequence = supportCase.sequence + 1;

    const messageId = await this.insert(supportCase, { sequence, homeCaseId, message, at });
    const counted = { outbound: 1, attachments: countedFiles(message.files) };
    const times = { activeAt: at, repliedAt: at, waitingSince: null };
    const patch = { ...counted, ...times, excerpt: excerptOf(message), ...(told ? { status } : {}) };
    await this.cases.patch(caseId, patch, { items: told ? 2 : 1, at });
    const last = told ? sequence + 1 : sequence;
    if (told) {
      const line = { sequence: last, event: 'case.updated', actor: stampOf(actor), changes, reason: null, at };
      await this.cases.tell(caseId, line);
    }
    await this.outbox.add('message.replied', {
      ...{ caseId, messageId, deliveryId: null, sequence: last, actor: stampOf(actor), changes },
    });
    return { messageId };
  }

  private async insert(
    { id }: LockedCase,
    said: { sequence: number; homeCaseId: number | null; message: InboundMessage; at: Date },
  ): Promise<number> {
    const { sequence, homeCaseId, message, at } = said;
    const values = [
      id,
      sequence,
      message.subject,
      at,
      ...messageValues(message),
      homeCaseId,
      message.channel ?? 'email',
    ];
    const row = await this.database.row<{ id: number }>(RECORD, values);
    if (!row) throw new Error('The answer was not stored.');
    await this.cases.attach(row.id, message.files);
    return row.id;
  }
}
