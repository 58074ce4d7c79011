import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { AuditLog } from '@bureau/identity';
import { InvalidInput, ProblemError, Transactional } from '@bureau/platform';
import type { MailboxEntity } from './mailbox.entity.ts';
import { MailboxRepository } from './mailbox.repository.ts';
import { settingsOf } from './mailboxes.service.ts';

/**
 * Deletes a mailbox. What it brought stays: cases, messages with the address that they came to, the ledger. Another
 * mailbox of the brand answers for its cases from now on.
 */
@Injectable()
export class RemoveMailbox {
  constructor(
    private readonly mailboxes: MailboxRepository,
    private readonly audit: AuditLog,
  ) {}

  /** Throws mailbox.not-found, mailbox.busy, request.invalid (`casesTo` is no other mailbox of the brand). */
  @Transactional()
  async run(actor: Actor, id: number, { casesTo }: { casesTo?: number }): Promise<void> {
    const mailbox = await this.mailboxes.lock(id);
    if (!mailbox) throw new ProblemError('mailbox.not-found');
    if (await this.mailboxes.isBusy(mailbox)) throw new ProblemError('mailbox.busy');
    const heir = casesTo === undefined ? await this.mailboxes.successor(mailbox) : await this.heir(mailbox, casesTo);

    await this.mailboxes.remove(id, heir);

    const before = settingsOf(mailbox);
    await this.audit.record(actor, { noun: 'mailbox', id, name: mailbox.address, action: 'deleted', before });
  }

  private async heir({ id, brandId }: MailboxEntity, casesTo: number): Promise<number> {
    const heir = casesTo === id ? null : await this.mailboxes.find(casesTo);
    if (heir?.brandId === brandId) return heir.id;
    throw new InvalidInput([{ path: 'query.casesTo', message: 'Choose another mailbox of the same brand.' }]);
  }
}
