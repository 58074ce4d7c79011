import { Inject, Injectable } from '@nestjs/common';
import { causeOf, stampOf, type Actor, type MailAddress } from '@bureau/contracts';
import { Clock, CONFIG, Outbox, Transactional, type Config } from '@bureau/platform';
import type { Place } from '../case/case-reference.repository.ts';
import { FirstPostRepository } from './first-post.repository.ts';
import { OutboundIdentity } from './outbound-identity.ts';
import { ReplyRepository } from './reply.repository.ts';
import { SocialReplies, type CaseToAnswer, type PostWanted } from './social-replies.ts';

/** The message of a case is its second item; the first says that it was opened. */
const FIRST_MESSAGE = 2;

export interface FirstMessage {
  caseId: number;
  messageId: number;
  place: Place;
  customer: MailAddress;
  suppressRules: boolean;
}

export interface FirstPostWanted extends PostWanted {
  caseId: number;
  messageId: number;
  about: Pick<CaseToAnswer, 'channel' | 'brandId' | 'customerId' | 'customerName'>;
  suppressRules: boolean;
}

/** Sends the message with which the company opened a case. It can be taken back as long as a reply can. */
@Injectable()
export class SendFirstMessage {
  constructor(
    private readonly replies: ReplyRepository,
    private readonly identity: OutboundIdentity,
    private readonly networks: SocialReplies,
    private readonly posts: FirstPostRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** In the transaction that opens the case. */
  @Transactional()
  async run(actor: Actor, { caseId, messageId, place, customer, suppressRules }: FirstMessage): Promise<void> {
    const at = this.clock.now();
    const mailboxAddress = place.mailboxAddress ?? '';
    await this.replies.sendFirst(
      {
        caseId,
        messageId,
        mailMessageId: this.identity.messageIdFor({ caseId, messageId, mailboxAddress }),
        recipients: [customer.address],
        undoUntil: new Date(at.getTime() + this.config.undoSeconds * 1000),
        at,
      },
      {
        ...{ caseId, messageId, sequence: FIRST_MESSAGE, suppressRules, opening: true },
        actor: stampOf(actor),
        ...causeOf(actor),
      },
    );
    this.outbox.ring();
  }

  /**
   * The same where the customer is on X or Facebook: in private, since nothing public is answered. Throws what
   * {@link SocialReplies.route} refuses.
   */
  @Transactional()
  async onNetwork(actor: Actor, { caseId, messageId, suppressRules, ...first }: FirstPostWanted): Promise<void> {
    const { text, uploadIds, how } = first;
    const supportCase = { ...first.about, id: caseId, socialAccountId: null };
    const route = await this.networks.route(actor, supportCase, { text, uploadIds, how });
    const at = this.clock.now();
    const undoUntil = new Date(at.getTime() + this.config.undoSeconds * 1000);
    await this.posts.send(
      { ...route, caseId, messageId, undoUntil, at },
      {
        ...{ caseId, messageId, sequence: FIRST_MESSAGE, suppressRules, opening: true },
        actor: stampOf(actor),
        ...causeOf(actor),
      },
    );
    this.outbox.ring();
  }
}
