import { Injectable } from '@nestjs/common';
import { stampOf, type Actor, type CaseStatus } from '@bureau/contracts';
import { statusAfter } from '@bureau/domain';
import { Clock, Database, Outbox, ProblemError, statement, Transactional } from '@bureau/platform';
import { excerptOf, type InboundMessage } from '../message/inbound-message.ts';
import type { CasePatch } from './case-patch.ts';
import { CaseRepository, countedFiles, messageValues, type LockedCase } from './case.repository.ts';
import { SYSTEM } from './system-actor.ts';

const APPEND = statement(
  'messages.append',
  `INSERT INTO messages (case_id, sequence, direction, subject, at, text, visible_length, html, from_name, from_address,
                         recipients_to, recipients_cc, message_id, in_reply_to, reference_ids, automatic, sender, notices,
                         author, user_id, customer_id, intake_id)
   VALUES ($1, $2, 'in', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
   RETURNING id`,
);

/** Adds what a customer said to a case. A person's message reopens it; a machine's does not. */
@Injectable()
export class AppendMessage {
  constructor(
    private readonly cases: CaseRepository,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Throws `case.not-found`, or `case.closed` when it was closed meanwhile: the caller opens a linked case then. */
  @Transactional()
  async run(
    actor: Actor,
    {
      caseId,
      message,
      reason,
      at = this.clock.now(),
    }: { caseId: number; message: InboundMessage; reason: string; at?: Date },
  ): Promise<{ messageId: number }> {
    const supportCase = await this.cases.lockOrThrow(SYSTEM, caseId);
    const status = this.statusFor(supportCase, message);
    const reopened = status !== supportCase.status;
    const sequence = supportCase.sequence + 1;

    const messageId = await this.insert(supportCase, { sequence, message, at });
    await this.cases.patch(caseId, patchFor(supportCase, { status, message, at }), { items: reopened ? 2 : 1, at });
    if (reopened) {
      const changes = [{ field: 'status', from: supportCase.status, to: status }];
      await this.cases.tell(caseId, {
        sequence: sequence + 1,
        event: 'case.reopened',
        actor: stampOf(actor),
        changes,
        reason,
        at,
      });
    }

    await this.outbox.add('message.received', {
      caseId,
      messageId,
      sequence: reopened ? sequence + 1 : sequence,
      actor: stampOf(actor),
      intakeId: message.intakeId,
    });
    return { messageId };
  }

  private statusFor(supportCase: LockedCase, message: InboundMessage): CaseStatus {
    if (message.automatic) return supportCase.status;
    const status = statusAfter(supportCase.status, 'customer-writes');
    if (status === null) throw new ProblemError('case.closed');
    return status;
  }

  private async insert(
    supportCase: LockedCase,
    { sequence, message, at }: { sequence: number; message: InboundMessage; at: Date },
  ): Promise<number> {
    const row = await this.database.row<{ id: number }>(APPEND, [
      supportCase.id,
      sequence,
      message.subject,
      at,
      ...messageValues(message),
    ]);
    if (!row) throw new Error('The message was not stored.');
    await this.cases.attach(row.id, message.files);
    return row.id;
  }
}

/** A person's words bring the case to the top and wake it; a machine's are only counted. */
function patchFor(
  supportCase: LockedCase,
  { status, message, at }: { status: CaseStatus; message: InboundMessage; at: Date },
): CasePatch {
  const counted = { inbound: 1, attachments: countedFiles(message.files), receivedAt: at };
  if (message.automatic) return counted;
  return {
    ...counted,
    status,
    excerpt: excerptOf(message),
    activeAt: at,
    waitingSince: supportCase.waitingSince ?? at,
    ...(supportCase.snoozedAt === null ? {} : { snoozedAt: null, snoozedUntil: null }),
  };
}
