import { Inject, Injectable } from '@nestjs/common';
import type { MailAddress } from '@bureau/contracts';
import { textAsHtml } from '@bureau/domain';
import {
  Clock,
  CONFIG,
  HandlesJob,
  Notices,
  sendNotice,
  SystemLog,
  type Config,
  type JobContext,
  type Notice,
} from '@bureau/platform';
import { judgeHandOver } from '../../delivery/judge-hand-over.ts';
import { MailboxRepository } from '../../mailbox/mailbox.repository.ts';
import type { ComposedMail } from './compose-mail.ts';
import { headerText } from './header-text.ts';
import { SmtpSender } from './smtp-sender.ts';

/** Marks of a mail that a program wrote, in answer to nothing (RFC 3834 §5), so that nothing answers it. */
const AUTOMATIC = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

/** Hands over what the desk itself has to say, from its first mailbox; with the null sender, so that nothing bounces back. */
@Injectable()
export class SendNotice {
  constructor(
    private readonly notices: Notices,
    private readonly mailboxes: MailboxRepository,
    private readonly sender: SmtpSender,
    private readonly systemLog: SystemLog,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** Rejects when it is worth another attempt. */
  @HandlesJob(sendNotice)
  async run(payload: { sealed: string }, { signal }: JobContext): Promise<void> {
    const notice = this.notices.open(payload);
    const mail = this.compose(notice, await this.from(notice.mailboxId));
    const handOver = await this.sender.handOver(mail, { files: [], beforeEnd: async () => {}, signal });
    switch (judgeHandOver(handOver)) {
      case 'sent':
        return;
      case 'failed':
        await this.systemLog.write({
          level: 'warning',
          part: 'notice',
          message: `The mail «${notice.subject}» to ${notice.to} was refused: ${wordsOf(handOver)}`,
        });
        return;
      case 'later':
      case 'unknown':
        throw new Error(`The notice could not be handed over: ${wordsOf(handOver)}`);
    }
  }

  private async from(mailboxId: number | undefined): Promise<MailAddress> {
    const enabled = (await this.mailboxes.list()).filter((mailbox) => mailbox.enabled);
    const mailbox = enabled.find(({ id }) => id === mailboxId) ?? enabled[0];
    return mailbox ?? { name: 'Bureau', address: `bureau@${new URL(this.config.publicUrl).hostname}` };
  }

  private compose({ to, subject, text, html }: Notice, { name, address }: MailAddress): ComposedMail {
    const from = { name: headerText(name, 200), address };
    return {
      envelope: { from: false, to: [to] },
      from,
      replyTo: from,
      to: [{ name: '', address: to }],
      cc: [],
      subject: headerText(subject),
      messageId: `<${crypto.randomUUID()}@${address.slice(address.lastIndexOf('@') + 1)}>`,
      references: [],
      date: this.clock.now(),
      text: `${text}\n`,
      html: html ?? textAsHtml(text),
      headers: AUTOMATIC,
    };
  }
}

function wordsOf({ words }: { words: string }): string {
  return words.slice(0, 300);
}
