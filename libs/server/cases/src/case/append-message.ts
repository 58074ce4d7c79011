import { Injectable } from '@nestjs/common';
import {
  causeOf,
  stampOf,
  type Actor,
  type CaseStatus,
  type FieldChange,
  type MessagePurpose,
} from '@bureau/contracts';
import { statusAfter } from '@bureau/domain';
import { Clock, Database, Outbox, ProblemError, statement, Transactional } from '@bureau/platform';
import { excerptOf, type InboundMessage } from '../message/inbound-message.ts';
import { MergeRepository } from '../merge/merge.repository.ts';
import type { CasePatch } from './case-patch.ts';
import { countedFiles, messageValues } from './case-opening.ts';
import { CaseRepository, type LockedCase } from './case.repository.ts';
import { SYSTEM } from './system-actor.ts';

const APPEND = statement(
  'messages.append',
  `INSERT INTO messages (case_id, sequence, direction, subject, at, text, visible_length, html, from_name, from_address,
                         recipients_to, recipients_cc, message_id, in_reply_to, reference_ids, automatic, sender, notices,
                         author, user_id, customer_id, intake_id, home_case_id, purpose, hidden_at, channel)
   VALUES ($1, $2, 'in', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
           $23, CASE WHEN $23 = 'aside' THEN $4::timestamptz END, $24)
   RETURNING id`,
);

/** Whether the writer, who is not the customer, answers a forward, or takes part because of one. */
const IS_ASIDE = statement(
  'messages.is-aside',
  `SELECT FROM messages f
   WHERE f.case_id = $1 AND f.purpose IN ('forward', 'aside')
     AND NOT EXISTS (SELECT FROM customer_addresses a JOIN cases c ON c.customer_id = a.customer_id
                     WHERE c.id = $1 AND a.address = lower($2))
     AND (f.message_id = ANY($3) OR lower(f.from_address) = lower($2)
          OR EXISTS (SELECT FROM jsonb_array_elements(f.recipients_to || f.recipients_cc) r
                     WHERE lower(r ->> 'address') = lower($2)))
   LIMIT 1`,
);

/** Adds what a customer said to a case. A person's message reopens it; a machine's does not. */
@Injectable()
export class AppendMessage {
  constructor(
    private readonly cases: CaseRepository,
    private readonly merges: MergeRepository,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * `homeCaseId`: the case merged into this one that the message was addressed to. Throws `case.not-found`, or
   * `case.closed` when it was closed, merged or taken apart meanwhile: the caller decides again then.
   */
  @Transactional()
  async run(
    actor: Actor,
    {
      caseId,
      homeCaseId = null,
      message,
      reason,
      at = this.clock.now(),
    }: { caseId: number; homeCaseId?: number | null; message: InboundMessage; reason: string; at?: Date },
  ): Promise<{ messageId: number }> {
    const supportCase = await this.cases.lockOrThrow(SYSTEM, caseId);
    if (!(await this.merges.isHomeOf(supportCase, homeCaseId))) throw new ProblemError('case.closed');
    const purpose = await this.purposeOf(supportCase, message);
    const status = this.statusFor(supportCase, message);
    const changes = changesOf(supportCase, { status, message });
    const told = changes.length > 0;
    const sequence = supportCase.sequence + 1;

    const messageId = await this.insert(supportCase, { sequence, homeCaseId, message, purpose, at });
    await this.cases.patch(caseId, patchFor(supportCase, { status, message, purpose, at }), {
      items: told ? 2 : 1,
      at,
    });
    if (told) {
      await this.cases.tell(caseId, {
        sequence: sequence + 1,
        event: status === supportCase.status ? 'case.woken' : 'case.reopened',
        actor: stampOf(actor),
        changes,
        reason,
        at,
      });
    }

    await this.outbox.add('message.received', {
      caseId,
      messageId,
      sequence: told ? sequence + 1 : sequence,
      actor: stampOf(actor),
      intakeId: message.intakeId,
      changes,
      ...causeOf(actor),
    });
    return { messageId };
  }

  /** The customer's own words need no look-up; an answer to a forward, which goes by mail, is between us and whom we asked. */
  private async purposeOf({ id, customerAddress }: LockedCase, message: InboundMessage): Promise<MessagePurpose> {
    const { from, inReplyTo, references, channel = 'email' } = message;
    if (channel !== 'email' || from.address.toLowerCase() === customerAddress?.toLowerCase()) return 'message';
    const ids = inReplyTo === null ? references : [inReplyTo, ...references];
    return (await this.database.row(IS_ASIDE, [id, from.address, ids])) ? 'aside' : 'message';
  }

  private statusFor(supportCase: LockedCase, message: InboundMessage): CaseStatus {
    if (message.automatic) return supportCase.status;
    const status = statusAfter(supportCase.status, 'customer-writes');
    if (status === null) throw new ProblemError('case.closed');
    return status;
  }

  private async insert(
    supportCase: LockedCase,
    {
      sequence,
      homeCaseId,
      message,
      purpose,
      at,
    }: {
      sequence: number;
      homeCaseId: number | null;
      message: InboundMessage;
      purpose: MessagePurpose;
      at: Date;
    },
  ): Promise<number> {
    const row = await this.database.row<{ id: number }>(APPEND, [
      supportCase.id,
      sequence,
      message.subject,
      at,
      ...messageValues(message),
      homeCaseId,
      purpose,
      message.channel ?? 'email',
    ]);
    if (!row) throw new Error('The message was not stored.');
    await this.cases.attach(row.id, message.files);
    return row.id;
  }
}

/** What the message changes besides: the status, and the sleep that a person's words end. */
function changesOf(
  { status: before, snoozedAt, snoozedUntil }: LockedCase,
  { status, message }: { status: CaseStatus; message: InboundMessage },
): FieldChange[] {
  const reopened = status === before ? [] : [{ field: 'status', from: before, to: status }];
  if (message.automatic || snoozedAt === null) return reopened;
  return [...reopened, { field: 'snooze', from: { until: snoozedUntil?.toISOString() ?? null }, to: null }];
}

/** A person's words bring the case to the top and wake it; a machine's are only counted. */
function patchFor(
  supportCase: LockedCase,
  { status, message, purpose, at }: { status: CaseStatus; message: InboundMessage; purpose: MessagePurpose; at: Date },
): CasePatch {
  const counted = { inbound: 1, attachments: countedFiles(message.files), receivedAt: at };
  if (message.automatic) return counted;
  return {
    ...counted,
    status,
    excerpt: excerptOf(message),
    activeAt: at,
    // Whom we asked does not wait for us.
    ...(purpose === 'aside' ? {} : { waitingSince: supportCase.waitingSince ?? at }),
    ...(supportCase.snoozedAt === null ? {} : { snoozedAt: null, snoozedUntil: null }),
  };
}
