import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { OutboundIdentity } from '@bureau/cases';
import { CONFIG, InstallationSecret, type Config } from '@bureau/platform';
import { ChangeDelivery } from './delivery/change-delivery.ts';
import { DeliveriesController } from './delivery/deliveries.controller.ts';
import { MarkBounced } from './delivery/mark-bounced.ts';
import { mailDnsOf } from './email/mail-dns.ts';
import { MailIdentity } from './email/mail-identity.ts';
import { MailReader, MessageTokens } from './email/read/index.ts';
import { SmtpReceiver } from './email/smtp/smtp-receiver.ts';
import { IntakeController } from './intake/intake.controller.ts';
import { IntakeQueries } from './intake/intake.queries.ts';
import { IntakeRealtime } from './intake/intake.realtime.ts';
import { IntakeRepository } from './intake/intake.repository.ts';
import { ProcessIntake } from './intake/process-intake.ts';
import { MAIL_DNS, ReadIntake } from './intake/read-intake.ts';
import { ReceiveMail } from './intake/receive-mail.ts';
import { RunIntakeAgain } from './intake/run-intake-again.ts';
import { SettleMail } from './intake/settle-mail.ts';
import { SweepIntake } from './intake/sweep-intake.ts';
import { ThreadRepository } from './intake/thread.repository.ts';
import { MailboxRepository } from './mailbox/mailbox.repository.ts';
import { MailboxesController } from './mailbox/mailboxes.controller.ts';
import { MailboxesService } from './mailbox/mailboxes.service.ts';
import { SetUpController } from './set-up/set-up.controller.ts';
import { SetUpDesk } from './set-up/set-up-desk.ts';

@Global()
@Module({
  controllers: [DeliveriesController, IntakeController, MailboxesController, SetUpController],
  providers: [
    ChangeDelivery,
    IntakeQueries,
    IntakeRealtime,
    IntakeRepository,
    MailboxesService,
    MailboxRepository,
    MarkBounced,
    ProcessIntake,
    ReadIntake,
    ReceiveMail,
    RunIntakeAgain,
    SetUpDesk,
    SettleMail,
    SmtpReceiver,
    SweepIntake,
    ThreadRepository,
    { provide: OutboundIdentity, useClass: MailIdentity },
    { provide: MAIL_DNS, useFactory: (config: Config) => mailDnsOf(config), inject: [CONFIG] },
    { provide: MailReader, useFactory: () => new MailReader() },
    {
      provide: MessageTokens,
      useFactory: (secret: InstallationSecret) => new MessageTokens(secret.key('message-token')),
      inject: [InstallationSecret],
    },
  ],
  exports: [MailboxRepository, OutboundIdentity, ReceiveMail, SetUpDesk, SmtpReceiver],
})
export class ChannelsModule implements OnApplicationShutdown {
  constructor(private readonly reader: MailReader) {}

  async onApplicationShutdown(): Promise<void> {
    await this.reader.close();
  }
}
