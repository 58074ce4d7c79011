import { Injectable } from '@nestjs/common';
import { stampOf, type Actor, type OpenCase as Input } from '@bureau/contracts';
import { CustomerRepository } from '@bureau/customers';
import { Database, ProblemError, statement, Transactional } from '@bureau/platform';
import { OpenCase } from './open-case.ts';

const DEFAULT_MAILBOX = statement(
  'cases.mailbox-to-open-in',
  `SELECT id, brand_id AS "brandId", group_id AS "groupId", address, name FROM mailboxes
   WHERE enabled AND ($1::bigint IS NULL OR id = $1) ORDER BY id LIMIT 1`,
);

/** An agent, or a program, opens a case with the words of a customer. */
@Injectable()
export class OpenCaseForCustomer {
  constructor(
    private readonly openCase: OpenCase,
    private readonly customers: CustomerRepository,
    private readonly database: Database,
  ) {}

  /** Throws mailbox.not-found. Without a mailbox named, the first one answers. */
  @Transactional()
  async run(actor: Actor, { subject, text, customer, mailboxId, priority }: Input): Promise<{ caseId: number }> {
    const mailbox = await this.database.row<{
      id: number;
      brandId: number;
      groupId: number | null;
      address: string;
      name: string;
    }>(DEFAULT_MAILBOX, [mailboxId ?? null]);
    if (!mailbox) throw new ProblemError('mailbox.not-found');
    const customerId = await this.customers.findOrCreate(customer);

    return this.openCase.run(actor, {
      brandId: mailbox.brandId,
      mailboxId: mailbox.id,
      groupId: mailbox.groupId,
      customerId,
      priority,
      message: {
        subject,
        text,
        visibleLength: text.length,
        html: null,
        from: customer,
        to: [{ name: mailbox.name, address: mailbox.address }],
        cc: [],
        messageId: null,
        inReplyTo: null,
        references: [],
        automatic: null,
        sender: null,
        notices: [],
        author: stampOf(actor),
        userId: actor.kind === 'user' ? actor.userId : null,
        customerId,
        intakeId: null,
        files: [],
      },
    });
  }
}
