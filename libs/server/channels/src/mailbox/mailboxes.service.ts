import { Injectable } from '@nestjs/common';
import type { Actor, CreateMailbox, Mailbox, UpdateMailbox } from '@bureau/contracts';
import { AuditLog, BrandRepository, UserRepository } from '@bureau/identity';
import { InstallationSecret, ProblemError, seal, Transactional } from '@bureau/platform';
import type { MailboxEntity } from './mailbox.entity.ts';
import { MailboxRepository } from './mailbox.repository.ts';

/** Mailboxes as administrators keep them. */
@Injectable()
export class MailboxesService {
  constructor(
    private readonly mailboxes: MailboxRepository,
    private readonly brands: BrandRepository,
    private readonly users: UserRepository,
    private readonly secret: InstallationSecret,
    private readonly audit: AuditLog,
  ) {}

  /** Throws mailbox.address-taken, brand.not-found, group.not-found. */
  @Transactional()
  async create(actor: Actor, { imap, ...fields }: CreateMailbox): Promise<Mailbox> {
    if (!(await this.brands.find(fields.brandId))) throw new ProblemError('brand.not-found');
    await this.checkGroup(fields.groupId);
    if (await this.mailboxes.addressTaken(fields.address)) throw new ProblemError('mailbox.address-taken');
    const state = imap ? 'connecting' : 'ok';
    const mailbox = await this.mailboxes.save({ ...fields, ...this.imapColumns(imap), state });
    const { id, address: name } = mailbox;
    await this.audit.record(actor, { noun: 'mailbox', id, name, action: 'created', after: settingsOf(mailbox) });
    return this.present(id);
  }

  /** Throws mailbox.not-found, group.not-found. An IMAP password that is not named stays. */
  @Transactional()
  async update(actor: Actor, id: number, { imap, ...fields }: UpdateMailbox): Promise<Mailbox> {
    const mailbox = await this.mailboxes.find(id);
    if (!mailbox) throw new ProblemError('mailbox.not-found');
    await this.checkGroup(fields.groupId);
    const changes: Partial<MailboxEntity> = { ...fields, ...this.imapColumns(imap), updatedAt: new Date() };
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

  private imapColumns(imap: CreateMailbox['imap'] | undefined): Partial<MailboxEntity> {
    if (imap === undefined) return {};
    if (imap === null) return { imap: null, imapPasswordSealed: null };
    const { password, ...settings } = imap;
    return { imap: settings, ...(password === undefined ? {} : { imapPasswordSealed: seal(this.secret, password) }) };
  }
}

/** What an administrator decides about a mailbox; how it fares is no setting. */
function settingsOf(mailbox: MailboxEntity) {
  const { brandId, address, name, groupId, autoAcknowledge, enabled, imap, imapPasswordSealed } = mailbox;
  return { brandId, address, name, groupId, autoAcknowledge, enabled, imap, imapPasswordSealed };
}
