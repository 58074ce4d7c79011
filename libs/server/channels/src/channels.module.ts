import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { OutboundFrame, OutboundIdentity, SocialReplies } from '@bureau/cases';
import { CONFIG, InstallationSecret, type Config } from '@bureau/platform';
import { AttentionQueries } from './checklist/attention.queries.ts';
import { ChecklistController } from './checklist/checklist.controller.ts';
import { ChecklistQueries } from './checklist/checklist.queries.ts';
import { OutboundProbe } from './checklist/outbound-probe.ts';
import { CaseLinkRepository } from './case-link/case-link.repository.ts';
import { CaseLinks } from './case-link/case-links.ts';
import { CaseLinksController } from './case-link/case-links.controller.ts';
import { ChangeDelivery } from './delivery/change-delivery.ts';
import { DeliveriesQueries } from './delivery/deliveries.queries.ts';
import { DeliveriesController } from './delivery/deliveries.controller.ts';
import { Deliver } from './delivery/deliver.ts';
import { DeliveryFigures } from './delivery/delivery-figures.ts';
import { DeliveryRepository } from './delivery/delivery.repository.ts';
import { MarkBounced } from './delivery/mark-bounced.ts';
import { RecordHandOver } from './delivery/record-hand-over.ts';
import { ScheduleDeliveryOnMessageReplied } from './delivery/schedule-delivery.on-message-replied.ts';
import { ScheduleDelivery } from './delivery/schedule-delivery.ts';
import { SweepDeliveries } from './delivery/sweep-deliveries.ts';
import { WatchOutboundServer } from './delivery/watch-outbound-server.ts';
import { mailDnsOf } from './email/mail-dns.ts';
import { MailIdentity } from './email/mail-identity.ts';
import { MailReader, MessageTokens } from './email/read/index.ts';
import { FetchMails } from './email/imap/fetch-mails.ts';
import { ImapFetchers } from './email/imap/imap-fetchers.ts';
import { MailboxCursorRepository } from './email/imap/mailbox-cursor.repository.ts';
import { MailboxLeaseRepository } from './email/imap/mailbox-lease.repository.ts';
import { AcknowledgeOnCaseOpened } from './email/send/acknowledge.on-case-opened.ts';
import { AcknowledgedMailQueries } from './email/send/acknowledged-mail.queries.ts';
import { SendNotice } from './email/send/send-notice.ts';
import { SmtpSender } from './email/send/smtp-sender.ts';
import { SmtpReceiver } from './email/smtp/smtp-receiver.ts';
import { IntakeController } from './intake/intake.controller.ts';
import { IntakeFigures } from './intake/intake-figures.ts';
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
import { WakeIntake } from './intake/wake-intake.ts';
import { CheckMailbox } from './mailbox/check-mailbox.ts';
import { MailLinks } from './mailbox/mail-links.ts';
import { MailPasswords } from './mailbox/mail-passwords.ts';
import { MailboxTestRepository } from './mailbox/mailbox-test.repository.ts';
import { MailboxRepository } from './mailbox/mailbox.repository.ts';
import { MailboxesController } from './mailbox/mailboxes.controller.ts';
import { MailboxesService } from './mailbox/mailboxes.service.ts';
import { RemoveMailbox } from './mailbox/remove-mailbox.ts';
import { TestMailbox } from './mailbox/test-mailbox.ts';
import { QUESTION_EXPORTS, QUESTION_PROVIDERS, QuestionsController } from './question/index.ts';
import { SetUpController } from './set-up/set-up.controller.ts';
import { SetUpDesk } from './set-up/set-up-desk.ts';
import { SOCIAL_CONTROLLERS, SOCIAL_EXPORTS, SOCIAL_PROVIDERS } from './social/index.ts';
import { NetworkReplies } from './social/out/network-replies.ts';
import { FrameMail } from './template/frame-mail.ts';
import { SafeTemplate } from './template/safe-template.ts';
import { TemplateRepository } from './template/template.repository.ts';
import { TemplatesController } from './template/templates.controller.ts';
import { TemplatesQueries } from './template/templates.queries.ts';
import { TryTemplate } from './template/try-template.ts';
import { WriteTemplate } from './template/write-template.ts';
import { ReceiveWebPost } from './web-form/receive-web-post.ts';
import { SettleWebPost } from './web-form/settle-web-post.ts';
import { WebFormBrake } from './web-form/web-form-brake.ts';
import { WebFormsController } from './web-form/web-forms.controller.ts';
import { WriteWebForm } from './web-form/write-web-form.ts';
import { WebFormTokens } from './web-form/web-form-tokens.ts';
import { WebFormRepository } from './web-form/web-form.repository.ts';

@Global()
@Module({
  controllers: [
    ...SOCIAL_CONTROLLERS,
    QuestionsController,
    CaseLinksController,
    WebFormsController,
    DeliveriesController,
    IntakeController,
    MailboxesController,
    SetUpController,
    ChecklistController,
    TemplatesController,
  ],
  providers: [
    ...QUESTION_PROVIDERS,
    ...SOCIAL_PROVIDERS,
    CaseLinkRepository,
    CaseLinks,
    AcknowledgeOnCaseOpened,
    AcknowledgedMailQueries,
    ChangeDelivery,
    DeliveriesQueries,
    Deliver,
    DeliveryFigures,
    DeliveryRepository,
    FetchMails,
    ImapFetchers,
    IntakeFigures,
    IntakeQueries,
    IntakeRealtime,
    IntakeRepository,
    CheckMailbox,
    MailboxesService,
    MailboxTestRepository,
    MailLinks,
    MailPasswords,
    RemoveMailbox,
    TestMailbox,
    MailboxCursorRepository,
    MailboxLeaseRepository,
    MailboxRepository,
    MarkBounced,
    ProcessIntake,
    ReadIntake,
    ReceiveMail,
    RecordHandOver,
    RunIntakeAgain,
    ScheduleDelivery,
    ScheduleDeliveryOnMessageReplied,
    SendNotice,
    SetUpDesk,
    SettleMail,
    SmtpReceiver,
    SmtpSender,
    SweepDeliveries,
    SweepIntake,
    ThreadRepository,
    WakeIntake,
    WatchOutboundServer,
    AttentionQueries,
    ChecklistQueries,
    FrameMail,
    OutboundProbe,
    SafeTemplate,
    TemplateRepository,
    TemplatesQueries,
    TryTemplate,
    WriteTemplate,
    ReceiveWebPost,
    SettleWebPost,
    WebFormBrake,
    WebFormRepository,
    WebFormTokens,
    WriteWebForm,
    { provide: OutboundFrame, useExisting: FrameMail },
    { provide: OutboundIdentity, useClass: MailIdentity },
    { provide: SocialReplies, useExisting: NetworkReplies },
    { provide: MAIL_DNS, useFactory: (config: Config) => mailDnsOf(config), inject: [CONFIG] },
    { provide: MailReader, useFactory: () => new MailReader() },
    {
      provide: MessageTokens,
      useFactory: (secret: InstallationSecret) => new MessageTokens(secret.key('message-token').export()),
      inject: [InstallationSecret],
    },
  ],
  exports: [
    ...QUESTION_EXPORTS,
    ...SOCIAL_EXPORTS,
    CaseLinks,
    ImapFetchers,
    MailboxRepository,
    OutboundFrame,
    OutboundIdentity,
    SocialReplies,
    ReceiveMail,
    ReceiveWebPost,
    SetUpDesk,
    SmtpReceiver,
    WebFormBrake,
    WebFormRepository,
    WebFormTokens,
  ],
})
export class ChannelsModule implements OnApplicationShutdown {
  constructor(private readonly reader: MailReader) {}

  async onApplicationShutdown(): Promise<void> {
    await this.reader.close();
  }
}
