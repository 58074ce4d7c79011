import { Injectable } from '@nestjs/common';
import type { Actor, CreateMailbox, Mailbox, UpdateMailbox } from '@bureau/contracts';
import { AuditLog, BrandRepository, UserRepository } from '@bureau/identity';
import { ProblemError, Transactional } from '@bureau/platform';
import { MailPasswords } from './mail-passwords.ts';
import type { MailboxEntity } from './mailbox.entity.ts';
import { MailboxRepository } from './mailbox.repository.ts';

/** Mailboxes as administrators keep them. */
@Injectable()
export class MailboxesService {
  constructor(
    private readonly mailboxes: MailboxRepository,
    private readonly brands: BrandRepository,
    private readonly users: UserRepository,
    private readonly passwords: MailPasswords,
    private readonly audit: AuditLog,
  ) {}

  /** Throws mailbox.address-taken, brand.not-found, group.not-found. */
  @Transactional()
  async create(actor: Actor, { imap, smtp, ...fields }: CreateMailbox): Promise<Mailbox> {
    if (!(await this.brands.find(fields.brandId))) throw new ProblemError('brand.not-found');
    await this.checkGroup(fields.groupId);
    if (await this.mailboxes.addressTaken(fields.address)) throw new ProblemError('mailbox.address-taken');
    const state = imap ? 'connecting' : 'ok';
    const columns = this.passwords.columns({ imap, smtp: smtp ?? null }, null);
    const mailbox = await this.mailboxes.save({ ...fields, ...columns, state });
    const { id, address: name } = mailbox;
    await this.audit.record(actor, { noun: 'mailbox', id, name, action: 'created', after: settingsOf(mailbox) });
    return this.present(id);
  }

  /**
   * Throws mailbox.not-found, group.not-found, request.invalid (another server without its password). A password that is
   * not named stays.
   */
  @Transactional()
  async update(actor: Actor, id: number, { imap, smtp, ...fields }: UpdateMailbox): Promise<Mailbox> {
    const mailbox = await this.mailboxes.find(id);
    if (!mailbox) throw new ProblemError('mailbox.not-found');
    await this.checkGroup(fields.groupId);
    const begins = mailbox.imap === null && imap ? { state: 'connecting' as const } : {};
    const changes: Partial<MailboxEntity> = {
      ...fields,
      ...begins,
      ...this.passwords.columns({ imap, smtp }, mailbox),
    };
    if (imap === null && mailbox.imap) Object.assign(changes, { state: 'ok', stateReason: '' });
    await this.mailboxes.save({ ...mailbox, ...changes });
    const states = { before: settingsOf(mailbox), after: settingsOf({ ...mailbox, ...changes }) };
    await this.audit.record(actor, { noun: 'mailbox', id, name: mailbox.address, action: 'changed', ...states });
    return this.present(id);
  }

  private async present(id: number): Promise<Mailbox> {
    const mailbox = await this.mailboxes.present(id);
    if (!mailbox) throw new ProblemError('mailbox.not-found');
    return mailbox;
  }

  private async checkGroup(groupId: number | null | undefined): Promise<void> {
    if (groupId && !(await this.users.groupExists(groupId))) throw new ProblemError('group.not-found');
  }
}

/** What an administrator decides about a mailbox; how it fares is no setting. */
export function settingsOf(mailbox: MailboxEntity) {
  const { brandId, address, name, groupId, autoAcknowledge, survey, surveyAfterHours, enabled } = mailbox;
  const { imap, imapPasswordSealed, smtp, smtpPasswordSealed } = mailbox;
  return {
    ...{ brandId, address, name, groupId, autoAcknowledge, survey, surveyAfterHours, enabled },
    ...{ imap, imapPasswordSealed, smtp, smtpPasswordSealed },
  };
}
