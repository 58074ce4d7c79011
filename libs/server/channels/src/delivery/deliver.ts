import { Injectable } from '@nestjs/common';
import { FeedbackLinks } from '@bureau/cases';
import { Clock, Database, HandlesJob, Outbox, type JobContext } from '@bureau/platform';
import { MessageTokens } from '../email/read/index.ts';
import { CaseLinks } from '../case-link/case-links.ts';
import { composeMail, type ComposedMail, type MailFrame } from '../email/send/compose-mail.ts';
import { SmtpSender } from '../email/send/smtp-sender.ts';
import type { OwnServer } from '../email/send/smtp-server-options.ts';
import { MailPasswords } from '../mailbox/mail-passwords.ts';
import { SendOnNetwork } from '../social/out/send-on-network.ts';
import { FrameMail } from '../template/frame-mail.ts';
import { Claim, CLAIM_MS } from './claim.ts';
import { deliver } from './deliver.job.ts';
import { DeliveryRepository, type ClaimedDelivery } from './delivery.repository.ts';
import type { HandOver } from './judge-hand-over.ts';
import { persistently } from './persistently.ts';
import { RecordHandOver } from './record-hand-over.ts';
import { MailNotComposed, whyNotReady } from './why-not-ready.ts';
import { WatchOutboundServer, type WatchedServer } from './watch-outbound-server.ts';

/** Hands one message to the outside: claims it, so that nobody else does, sends it, and records what came of it. */
@Injectable()
export class Deliver {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly sender: SmtpSender,
    private readonly onNetwork: SendOnNetwork,
    private readonly recordHandOver: RecordHandOver,
    private readonly watch: WatchOutboundServer,
    private readonly passwords: MailPasswords,
    private readonly tokens: MessageTokens,
    private readonly frames: FrameMail,
    private readonly feedbackLinks: FeedbackLinks,
    private readonly caseLinks: CaseLinks,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  @HandlesJob(deliver)
  async run({ deliveryId }: { deliveryId: number }, { signal }: Pick<JobContext, 'signal'>): Promise<void> {
    const delivery = await this.claim(deliveryId);
    if (!delivery) return;

    const claim = new Claim(this.deliveries, this.clock, delivery);
    try {
      const handOver = await this.handOver(delivery, { claim, signal });
      await persistently(() => this.recordHandOver.run(delivery, handOver));
      if (!delivery.route) await this.watch.note(handOver, ownServerOf(delivery));
    } finally {
      claim.release();
    }
  }

  private claim(deliveryId: number): Promise<ClaimedDelivery | undefined> {
    const at = this.clock.now();
    return this.database.transaction(async () => {
      const delivery = await this.deliveries.claim(deliveryId, { at, until: new Date(at.getTime() + CLAIM_MS) });
      if (!delivery) return undefined;
      const { caseId, messageId } = delivery;
      await this.outbox.add('delivery.changed', { deliveryId, caseId, messageId, state: 'sending' });
      return delivery;
    });
  }

  private async handOver(
    delivery: ClaimedDelivery,
    { claim, signal }: { claim: Claim; signal: AbortSignal },
  ): Promise<HandOver> {
    const { route } = delivery;
    if (route) return this.onNetwork.handOver({ ...delivery, route }, claim);
    try {
      const frame = await this.frames.ofDelivery(delivery);
      const composed = this.compose(delivery, frame);
      const toCustomer = delivery.purpose === 'message';
      const rated = toCustomer ? await this.feedbackLinks.withKey(delivery.caseId, composed) : composed;
      const mail = toCustomer ? await this.caseLinks.withKey(delivery, rated) : rated;
      const server = this.ownServer(delivery);
      const beforeEnd = () => claim.confirm();
      return await this.sender.handOver(mail, { files: delivery.files, server, beforeEnd, signal });
    } catch (error) {
      // Nothing has left: the sender itself never rejects.
      return whyNotReady(error);
    }
  }

  /** Null: the desk's. Throws PasswordUnreadable: for an administrator to mend; the mail waits meanwhile. */
  private ownServer({ smtp, smtpPasswordSealed }: ClaimedDelivery): OwnServer | null {
    return smtp && { ...smtp, password: this.passwords.read(smtpPasswordSealed) };
  }

  /** Throws {@link MailNotComposed}. */
  private compose(delivery: ClaimedDelivery, frame: MailFrame): ComposedMail {
    // A forward has its quotes in its text already.
    const answered = delivery.automatic || delivery.purpose === 'forward' ? null : delivery.answered;
    try {
      const replyAddress = this.tokens.replyAddress(delivery.fromAddress, delivery.caseId);
      return composeMail({ ...delivery, ...frame, answered, replyAddress });
    } catch (error) {
      throw new MailNotComposed(error);
    }
  }
}

/** Null: it leaves through the desk's own server. */
function ownServerOf({ mailboxId, fromAddress, smtp, sendingTrouble }: ClaimedDelivery): WatchedServer | null {
  return smtp && mailboxId !== null ? { mailboxId, address: fromAddress, smtp, trouble: sendingTrouble } : null;
}
