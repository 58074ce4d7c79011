import { Injectable } from '@nestjs/common';
import type { Actor, MailboxTest } from '@bureau/contracts';
import { textAsHtml } from '@bureau/domain';
import { Clock, ProblemError } from '@bureau/platform';
import type { HandOver } from '../delivery/judge-hand-over.ts';
import { whyNotReady } from '../delivery/why-not-ready.ts';
import type { ComposedMail } from '../email/send/compose-mail.ts';
import { headerText } from '../email/send/header-text.ts';
import { SmtpSender } from '../email/send/smtp-sender.ts';
import { MailPasswords } from './mail-passwords.ts';
import { MailboxTestRepository } from './mailbox-test.repository.ts';
import type { MailboxEntity } from './mailbox.entity.ts';
import { MailboxRepository } from './mailbox.repository.ts';

/** How long the server may take over it, in milliseconds: a person waits. */
const PATIENCE_MS = 25_000;

/** Sends a mail from a mailbox to itself, so that an administrator sees the whole way work before a customer needs it. */
@Injectable()
export class TestMailbox {
  constructor(
    private readonly mailboxes: MailboxRepository,
    private readonly tests: MailboxTestRepository,
    private readonly sender: SmtpSender,
    private readonly passwords: MailPasswords,
    private readonly clock: Clock,
  ) {}

  /** Throws mailbox.not-found, mailbox.not-tested (it is paused). A server that refuses is an answer, not an error. */
  async run(_actor: Actor, id: number): Promise<MailboxTest> {
    const mailbox = await this.mailboxes.find(id);
    if (!mailbox) throw new ProblemError('mailbox.not-found');
    if (!mailbox.enabled) throw new ProblemError('mailbox.not-tested');
    const mail = this.compose(mailbox);
    // Known before it leaves: it may be back before the server has answered.
    await this.tests.begin(id, { messageId: mail.messageId.slice(1, -1), sentAt: this.clock.now() });

    const handOver = await this.send(mailbox, mail);
    await this.tests.refuse(id, refusalOf(handOver));
    const test = await this.tests.find(id);
    if (!test) throw new ProblemError('mailbox.not-found');
    return test;
  }

  private async send({ smtp, smtpPasswordSealed }: MailboxEntity, mail: ComposedMail): Promise<HandOver> {
    try {
      const server = smtp && { ...smtp, password: this.passwords.read(smtpPasswordSealed) };
      const signal = AbortSignal.timeout(PATIENCE_MS);
      return await this.sender.handOver(mail, { files: [], beforeEnd: async () => undefined, signal, server });
    } catch (error) {
      return whyNotReady(error);
    }
  }

  private compose({ name, address }: MailboxEntity): ComposedMail {
    const text = `This mail proves that ${address} sends and receives. The desk opens no case for it.\n`;
    const self = { name: headerText(name, 200), address };
    return {
      envelope: { from: address, to: [address] },
      from: self,
      replyTo: self,
      to: [self],
      cc: [],
      subject: 'Test of this mailbox',
      messageId: `<test-${crypto.randomUUID()}@${address.slice(address.lastIndexOf('@') + 1)}>`,
      references: [],
      date: this.clock.now(),
      text,
      html: textAsHtml(text),
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    };
  }
}

function refusalOf(handOver: HandOver): string {
  if (handOver.kind === 'broken') return handOver.words.slice(0, 500);
  return handOver.refused
    .map(({ words }) => words)
    .join(' ')
    .slice(0, 500);
}
