import { Injectable } from '@nestjs/common';
import { CaseRepository, ForwardAutomatically } from '@bureau/cases';
import type { Actor, EventPayload } from '@bureau/contracts';
import { UserRepository } from '@bureau/identity';
import { Clock, Every, Notices, OnEvent, Outbox, SystemLog } from '@bureau/platform';
import { ActionMailRepository, type ActionMail } from './action-mail.repository.ts';

/** Mails of macros and rules to one address, and in all, in an hour. */
export const ACTION_MAILS_TO_ONE = 60;
export const ACTION_MAILS_TO_ALL = 1000;

/** As many as automatic answers: to a machine that answers them, perhaps a desk whose rules do the same. */
export const ACTION_MAILS_TO_MACHINE = 3;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What actions write to colleagues and third parties: stored with the write that wanted it, handed over after it. */
@Injectable()
export class SendActionMail {
  constructor(
    private readonly mails: ActionMailRepository,
    private readonly users: UserRepository,
    private readonly cases: CaseRepository,
    private readonly forward: ForwardAutomatically,
    private readonly notices: Notices,
    private readonly systemLog: SystemLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** To somebody who works here. Why it cannot go there, or null when it will. */
  async toColleague(mail: Omit<ActionMail, 'at'>): Promise<string | null> {
    const mailId = await this.keep(mail);
    if (typeof mailId === 'string') return mailId;
    await this.outbox.add('action.mail-written', { mailId });
    return null;
  }

  /** To anybody else: the case shows it, and the answer comes back into it. Throws what {@link ForwardAutomatically} throws. */
  async toOutsider(actor: Actor, mail: Omit<ActionMail, 'at'>): Promise<string | null> {
    const echoes = await this.mails.echoes(mail.caseId, mail.recipient);
    const mailId = await this.keep(mail, echoes ? ACTION_MAILS_TO_MACHINE : ACTION_MAILS_TO_ONE);
    if (typeof mailId === 'string') return mailId;
    const { caseId, recipient: to, subject, text, html } = mail;
    await this.forward.run(actor, caseId, { to, subject, words: { text, html } });
    return null;
  }

  /** Those of these users, or of the group, who may see the case: nobody reads by mail what is kept from him. */
  async readersOf(caseId: number, of: { userId?: number; groupId?: number }): Promise<string[]> {
    const addresses: string[] = [];
    for (const { userId, address } of await this.mails.colleagues(of)) {
      const user = await this.users.actor(userId);
      if (user && (await this.cases.isVisible(user, caseId))) addresses.push(address);
    }
    return addresses;
  }

  isOurs(address: string): Promise<boolean> {
    return this.mails.isOurs(address);
  }

  /** Once the write is committed. Twice does no harm. */
  @OnEvent('action.mail-written', 'send-action-mail')
  async written({ mailId }: EventPayload<'action.mail-written'>): Promise<void> {
    const mail = await this.mails.find(mailId);
    if (!mail) return;
    const { recipient: to, subject, text, html } = mail;
    await this.notices.send({ to, subject, text, html });
  }

  @Every('1h', 'forget-action-mails')
  async forget(): Promise<void> {
    await this.mails.forgetBefore(new Date(this.clock.now().getTime() - 7 * DAY_MS));
  }

  /** Counts it and gives its id; or why it goes nowhere. */
  private async keep(mail: Omit<ActionMail, 'at'>, limit = ACTION_MAILS_TO_ONE): Promise<number | string> {
    const at = this.clock.now();
    const { one, all } = await this.mails.counts(mail.recipient, new Date(at.getTime() - HOUR_MS));
    if (one >= limit) return `${mail.recipient} got ${one} mails of rules and macros within the hour already.`;
    if (all >= ACTION_MAILS_TO_ALL) return `Rules and macros sent ${all} mails within the hour already.`;
    if (one + 1 === limit || all + 1 === ACTION_MAILS_TO_ALL) await this.tellOfTheLast(mail);
    return this.mails.add({ ...mail, at });
  }

  private async tellOfTheLast({ recipient, caseId }: { recipient: string; caseId: number }): Promise<void> {
    const message = `Rules and macros have sent as many mails as they may in an hour, the last one to ${recipient}. Look for a rule that answers itself; cases and replies go on as before.`;
    await this.systemLog.write({ level: 'warning', part: 'rules', message, details: { address: recipient, caseId } });
  }
}
