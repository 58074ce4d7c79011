import { Injectable } from '@nestjs/common';
import { Clock, Database, HandlesJob, Outbox, type JobContext } from '@bureau/platform';
import { MessageTokens } from '../email/read/index.ts';
import { composeMail, type ComposedMail } from '../email/send/compose-mail.ts';
import { SmtpSender } from '../email/send/smtp-sender.ts';
import { Claim, CLAIM_MS } from './claim.ts';
import { deliver } from './deliver.job.ts';
import { DeliveryRepository, type ClaimedDelivery } from './delivery.repository.ts';
import type { HandOver } from './judge-hand-over.ts';
import { persistently } from './persistently.ts';
import { RecordHandOver } from './record-hand-over.ts';
import { WatchOutboundServer } from './watch-outbound-server.ts';

/** Hands one message to the outside: claims it, so that nobody else does, sends it, and records what came of it. */
@Injectable()
export class Deliver {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly sender: SmtpSender,
    private readonly recordHandOver: RecordHandOver,
    private readonly watch: WatchOutboundServer,
    private readonly tokens: MessageTokens,
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
      await this.watch.note(handOver);
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
    try {
      const mail = this.compose(delivery);
      return await this.sender.handOver(mail, { files: delivery.files, beforeEnd: () => claim.confirm(), signal });
    } catch (error) {
      // Nothing has left: the sender itself never rejects.
      const words = `The message could not be put into a mail: ${String(error)}`;
      return { kind: 'broken', handedOver: false, command: 'API', replyCode: null, hopeless: true, words };
    }
  }

  private compose(delivery: ClaimedDelivery): ComposedMail {
    const replyAddress = this.tokens.replyAddress(delivery.fromAddress, delivery.caseId);
    // A forward was composed when it was sent: signature and quotes are in its text already.
    if (delivery.purpose === 'forward')
      return composeMail({ ...delivery, signature: '', answered: null, replyAddress });
    return composeMail({ ...delivery, answered: delivery.automatic ? null : delivery.answered, replyAddress });
  }
}
