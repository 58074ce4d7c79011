import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, LOG, registerGauge, type Config, type Log } from '@bureau/platform';
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { ReadIntake } from '../../intake/read-intake.ts';
import { ReceiveMail } from '../../intake/receive-mail.ts';
import { MailboxRepository, type MailboxAtAddress } from '../../mailbox/mailbox.repository.ts';
import { refusalOf, SmtpRefusal } from './smtp-refusal.ts';

/** Bytes. Larger than anything the reader takes, so that an over-size mail is kept raw instead of bounced. */
const SIZE_LIMIT = 64 * 1024 * 1024;

/** This desk's own way in: takes mail for its mailboxes, and nothing else (it relays for nobody). */
@Injectable()
export class SmtpReceiver {
  private server: SMTPServer | null = null;
  /** Mailboxes of the recipients of a session's current mail. */
  private readonly recipients = new WeakMap<SMTPServerSession, Map<number, string>>();

  constructor(
    private readonly mailboxes: MailboxRepository,
    private readonly receiveMail: ReceiveMail,
    private readonly readIntake: ReadIntake,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** The port it listens on. */
  async start(): Promise<number> {
    void this.readIntake
      .warmUp()
      .catch((error: unknown) => this.log.warn({ err: error }, 'The parser could not be warmed up.'));
    const server = new SMTPServer({
      name: new URL(this.config.publicUrl).hostname,
      banner: 'Bureau',
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      size: SIZE_LIMIT,
      maxClients: 200,
      socketTimeout: 60_000,
      closeTimeout: 5_000,
      logger: false,
      onRcptTo: (address, session, done) => void this.accept(address, session).then(() => done(), done),
      onData: (stream, session, done) => void this.receive(stream, session).then((said) => done(null, said), done),
    });
    server.on('error', (error) => this.log.debug({ err: error }, 'An SMTP client left in the middle.'));
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(this.config.smtpPort, this.config.smtpHost, resolve);
    });
    this.server = server;
    registerGauge({
      name: 'bureau_smtp_connections',
      help: 'SMTP clients connected',
      collect: () => server.connections.size,
    });
    const address = server.server.address();
    return address && typeof address === 'object' ? address.port : this.config.smtpPort;
  }

  async stop(): Promise<void> {
    const server = this.server;
    this.server = null;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }

  private async accept(address: SMTPServerAddress, session: SMTPServerSession): Promise<void> {
    const mailbox = await this.mailboxOf(address.address);
    if (!mailbox) throw new SmtpRefusal(550, '5.1.1', `There is no mailbox ${address.address} here.`);
    if (!mailbox.enabled)
      throw new SmtpRefusal(450, '4.2.1', `The mailbox ${mailbox.address} is switched off for now.`);
    const known = session.envelope.rcptTo.length === 0 ? undefined : this.recipients.get(session);
    this.recipients.set(session, new Map(known).set(mailbox.id, address.address));
  }

  private async mailboxOf(recipient: string): Promise<MailboxAtAddress | undefined> {
    try {
      return await this.mailboxes.findForRecipient(recipient);
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** Answers 250 only after the mail is durable; every failure is a 4xx, so that the sender keeps it. */
  private async receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
    const transaction = randomUUID();
    const mailboxes = this.recipients.get(session) ?? new Map<number, string>();
    const { mailFrom, rcptTo } = session.envelope;
    try {
      await this.receiveMail.run({
        source: 'smtp',
        arrivals: [...mailboxes.keys()].map((mailboxId) => ({ mailboxId, externalId: `${transaction}-${mailboxId}` })),
        raw: stream,
        envelope: {
          from: mailFrom ? mailFrom.address : '',
          recipients: rcptTo.map(({ address }) => address),
          ip: session.remoteAddress,
          helo: session.hostNameAppearsAs || session.clientHostname,
        },
        check: () => {
          if (stream.sizeExceeded) throw new SmtpRefusal(552, '5.3.4', 'The mail is larger than this desk accepts.');
        },
      });
    } catch (error) {
      this.log.error({ err: error }, 'A mail could not be made safe; its sender was asked to try again.');
      throw refusalOf(error);
    }
    return `Kept as ${transaction}`;
  }
}
