import { Inject, Injectable } from '@nestjs/common';
import { IndexCases } from '@bureau/cases';
import { HoldXStream, ImapFetchers, SmtpReceiver } from '@bureau/channels';
import { HearOfChanges } from '@bureau/connect';
import {
  claimDatabase,
  CONFIG,
  Database,
  InstallationSecret,
  JobWorkers,
  OutboxRelay,
  type Config,
} from '@bureau/platform';

/** Starts and stops what this process does besides answering requests. */
@Injectable()
export class Roles {
  constructor(
    private readonly database: Database,
    private readonly secret: InstallationSecret,
    private readonly relay: OutboxRelay,
    private readonly workers: JobWorkers,
    private readonly smtp: SmtpReceiver,
    private readonly imap: ImapFetchers,
    private readonly xStream: HoldXStream,
    private readonly salesforceEvents: HearOfChanges,
    private readonly search: IndexCases,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The port that SMTP listens on, for a worker. */
  async start(): Promise<{ smtpPort: number | null }> {
    await claimDatabase(this.database, this.secret);
    if (!this.config.roles.includes('worker')) return { smtpPort: null };
    this.relay.start();
    await this.workers.start();
    this.imap.start();
    this.xStream.start();
    this.salesforceEvents.start();
    this.search.start();
    return { smtpPort: await this.smtp.start() };
  }

  /** First nothing new comes in, then what was begun is finished. */
  async stop(): Promise<void> {
    if (!this.config.roles.includes('worker')) return;
    await Promise.all([this.smtp.stop(), this.imap.stop(), this.xStream.stop(), this.salesforceEvents.stop()]);
    await this.workers.stop();
    await Promise.all([this.relay.stop(), this.search.stop()]);
  }
}
