import { Inject, Injectable } from '@nestjs/common';
import type { SmtpSettings } from '@bureau/contracts';
import { CONFIG, SystemLog, type Config } from '@bureau/platform';
import { MailboxRepository } from '../mailbox/mailbox.repository.ts';
import { isServerTrouble, type HandOver } from './judge-hand-over.ts';

/** One broken connection is an accident; so many in a row are an outage. */
const IN_A_ROW = 3;

/** A mailbox's own server, and what was wrong with it last. */
export interface WatchedServer {
  mailboxId: number;
  address: string;
  smtp: SmtpSettings;
  trouble: string;
}

/**
 * Tells administrators once when an outbound server stops working, and once when it works again: the desk's own for
 * everybody, a mailbox's own for what leaves from there, which its page shows too.
 */
@Injectable()
export class WatchOutboundServer {
  private readonly inARow = new Map<string, number>();

  constructor(
    private readonly systemLog: SystemLog,
    private readonly mailboxes: MailboxRepository,
    @Inject(CONFIG) private readonly config: Pick<Config, 'outboundSmtpUrl'>,
  ) {}

  /** `own`: null for the desk's own server. */
  async note(handOver: HandOver, own: WatchedServer | null = null): Promise<void> {
    const key = own === null ? '' : `${own.mailboxId} ${own.smtp.host}:${own.smtp.port}`;
    const trouble = isServerTrouble(handOver);
    const before = this.inARow.get(key) ?? 0;
    if (trouble) this.inARow.set(key, before + 1);
    else this.inARow.delete(key);

    if (trouble && before + 1 === IN_A_ROW) await this.stopped(handOver.words, own);
    // Another process may have seen the outage.
    if (!trouble && (before >= IN_A_ROW || (own !== null && own.trouble !== ''))) await this.works(own);
  }

  private async stopped(words: string, own: WatchedServer | null): Promise<void> {
    if (own) await this.mailboxes.setSendingTrouble(own.mailboxId, words);
    await this.tell(own, {
      level: 'error',
      what: `cannot be used: ${words} All messages wait and are tried again by themselves.`,
    });
  }

  private async works(own: WatchedServer | null): Promise<void> {
    if (own) await this.mailboxes.setSendingTrouble(own.mailboxId, '');
    await this.tell(own, { level: 'info', what: 'works again; what waited leaves as its time comes.' });
  }

  private tell(own: WatchedServer | null, { level, what }: { level: 'error' | 'info'; what: string }): Promise<void> {
    const name = own
      ? `${own.smtp.host}:${own.smtp.port} of ${own.address}`
      : new URL(this.config.outboundSmtpUrl).host;
    const details = own ? { mailboxId: own.mailboxId } : {};
    return this.systemLog.write({
      level,
      part: 'delivery',
      message: `The outbound mail server ${name} ${what}`,
      details,
    });
  }
}
