import { Injectable } from '@nestjs/common';
import {
  causeOf,
  stampOf,
  type Actor,
  type CaseStatus,
  type Channel,
  type CustomFieldValues,
  type EventPayload,
  type FieldChange,
} from '@bureau/contracts';
import { Clock, Outbox, Transactional } from '@bureau/platform';
import type { InboundMessage } from '../message/inbound-message.ts';
import type { CaseToOpen } from './case-opening.ts';
import { CaseRepository } from './case.repository.ts';

/** What a case may be from the beginning; what is not named is as the customer's mail would make it. */
export interface InitialFields {
  channel?: Channel;
  status?: CaseStatus;
  priority?: number;
  groupId?: number | null;
  assigneeId?: number | null;
  description?: string;
  language?: string | null;
  externalId?: string | null;
  labelIds?: number[];
  customFields?: CustomFieldValues;
}

export interface CaseOpening extends InitialFields {
  brandId: number;
  mailboxId: number | null;
  customerId: number;
  /** Who said the first message; the customer by default. */
  direction?: 'in' | 'out';
  /** The closed or deleted case that this one continues. */
  continuesCaseId?: number | null;
  /** Why a case of its own: the threading decision in words. */
  reason?: string | null;
  /** What was asked for besides, for the history. */
  changes?: FieldChange[];
  demo?: boolean;
  /** When it was received; now by default. */
  at?: Date;
  suppressRules?: boolean;
  message: InboundMessage;
}

export interface Opened {
  caseId: number;
  messageId: number;
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
  async run(actor: Actor, opening: CaseOpening): Promise<Opened> {
    const opened = await this.cases.open(this.toOpen(actor, opening), opening.message);
    await this.outbox.add('case.opened', factOf(actor, opening, opened));
    return opened;
  }

  /** In their order. Messages with files go one by one. */
  @Transactional()
  async runMany(actor: Actor, openings: readonly CaseOpening[]): Promise<Opened[]> {
    const all = openings.map((opening) => ({ opened: this.toOpen(actor, opening), message: opening.message }));
    const made = await this.cases.openMany(all);
    const facts = openings.flatMap((opening, index) => {
      const opened = made[index];
      return opened ? [factOf(actor, opening, opened)] : [];
    });
    await this.outbox.addMany('case.opened', facts);
    return made;
  }

  private toOpen(actor: Actor, opening: CaseOpening): CaseToOpen {
    return {
      brandId: opening.brandId,
      mailboxId: opening.mailboxId,
      customerId: opening.customerId,
      ...initialFields(opening),
      direction: opening.direction ?? 'in',
      subject: opening.message.subject,
      continuesCaseId: opening.continuesCaseId ?? null,
      demo: opening.demo ?? false,
      at: opening.at ?? this.clock.now(),
      actor: stampOf(actor),
      reason: opening.reason ?? null,
      changes: opening.changes ?? [],
    };
  }
}

function factOf(actor: Actor, opening: CaseOpening, opened: Opened): EventPayload<'case.opened'> {
  return {
    ...opened,
    sequence: 2,
    actor: stampOf(actor),
    intakeId: opening.message.intakeId,
    direction: opening.direction ?? 'in',
    status: opening.status ?? 'new',
    suppressRules: opening.suppressRules,
    ...causeOf(actor),
  };
}

function initialFields(fields: InitialFields): Required<InitialFields> {
  return {
    channel: fields.channel ?? 'email',
    status: fields.status ?? 'new',
    priority: fields.priority ?? DEFAULT_PRIORITY,
    groupId: fields.groupId ?? null,
    assigneeId: fields.assigneeId ?? null,
    description: fields.description ?? '',
    language: fields.language ?? null,
    externalId: fields.externalId ?? null,
    labelIds: fields.labelIds ?? [],
    customFields: fields.customFields ?? {},
  };
}
