import { Injectable } from '@nestjs/common';
import { stampOf, type Actor } from '@bureau/contracts';
import { Clock, Outbox, Transactional } from '@bureau/platform';
import type { InboundMessage } from '../message/inbound-message.ts';
import { CaseRepository } from './case.repository.ts';

export interface CaseOpening {
  brandId: number;
  mailboxId: number | null;
  customerId: number;
  groupId?: number | null;
  priority?: number;
  /** The closed or deleted case that this one continues. */
  continuesCaseId?: number | null;
  /** Why a case of its own: the threading decision in words. */
  reason?: string | null;
  demo?: boolean;
  /** When it was received; now by default. */
  at?: Date;
  message: InboundMessage;
}

const DEFAULT_PRIORITY = 4;

/** Opens a case with its first message. */
@Injectable()
export class OpenCase {
  constructor(
    private readonly cases: CaseRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  @Transactional()
  async run(actor: Actor, opening: CaseOpening): Promise<{ caseId: number; messageId: number }> {
    const { message, at = this.clock.now() } = opening;
    const opened = await this.cases.open(
      {
        brandId: opening.brandId,
        mailboxId: opening.mailboxId,
        customerId: opening.customerId,
        groupId: opening.groupId ?? null,
        subject: message.subject,
        priority: opening.priority ?? DEFAULT_PRIORITY,
        continuesCaseId: opening.continuesCaseId ?? null,
        demo: opening.demo ?? false,
        at,
        actor: stampOf(actor),
        reason: opening.reason ?? null,
      },
      message,
    );

    await this.outbox.add('case.opened', {
      ...opened,
      sequence: 2,
      actor: stampOf(actor),
      intakeId: message.intakeId,
    });
    return opened;
  }
}
