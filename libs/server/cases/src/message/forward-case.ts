import { Inject, Injectable } from '@nestjs/common';
import { causeOf, stampOf, type Actor, type ForwardCase as Forward } from '@bureau/contracts';
import {
  forwardedHtml,
  forwardedText,
  forwardSubject,
  textAsHtml,
  type BothForms,
  type ForwardedMessage,
} from '@bureau/domain';
import { Clock, CONFIG, InvalidInput, Outbox, ProblemError, Transactional, type Config } from '@bureau/platform';
import { ForwardRepository, type SaidMessage } from './forward.repository.ts';
import { OutboundFrame } from './outbound-frame.ts';
import { OutboundIdentity } from './outbound-identity.ts';
import { recipientsOf } from './recipients-of.ts';
import { senderOf } from './reply-to-case.ts';
import { ReplyRepository } from './reply.repository.ts';
import { safeHtml } from './safe-html.ts';
import { refuseClosed } from '../case/refuse-closed.ts';

/** Sends what was said to somebody else. The customer neither gets nor sees it; an answer comes back into the case. */
@Injectable()
export class ForwardCase {
  constructor(
    private readonly replies: ReplyRepository,
    private readonly forwards: ForwardRepository,
    private readonly identity: OutboundIdentity,
    private readonly frame: OutboundFrame,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Throws case.not-found, case.closed, case.merged, case.no-recipient, message.not-found, message.erased, upload.not-found. */
  @Transactional()
  async run(actor: Actor, caseId: number, forward: Forward): Promise<{ messageId: number; deliveryId: number }> {
    if (actor.kind !== 'user' && actor.kind !== 'application') throw new ProblemError('permission.denied');
    if (forward.replacesDeliveryId !== undefined) await this.replies.hold(forward.replacesDeliveryId);
    const supportCase = await this.replies.begin(actor, caseId);
    if (!supportCase) throw new ProblemError('case.not-found');
    refuseClosed(supportCase);
    const from = senderOf(supportCase, supportCase.publicName ?? actor.name);
    const { to, cc } = recipientsOf(forward, { customer: null, ownAddresses: await this.replies.ownAddresses() });
    const uploadIds = [...new Set(forward.uploadIds)];
    if ((await this.replies.countUploads(actor.userId, uploadIds)) !== uploadIds.length) {
      throw new ProblemError('upload.not-found');
    }
    const said = await this.whatWasSaid(caseId, forward.messageIds);
    const { brandId } = supportCase;
    const parts = partsOf(forward, said);
    const framed = await this.frame.frameForward(actor, { caseId, brandId, ...parts });

    const { messageId } = supportCase;
    const at = this.clock.now();
    const sequence = supportCase.sequence + 1;
    const { deliveryId } = await this.forwards.store({
      caseId,
      messageId,
      sequence,
      at,
      subject: forward.subject ?? forwardSubject(supportCase.subject),
      text: framed.text,
      visibleLength: framed.places.message?.to ?? 0,
      html: framed.html,
      from,
      to,
      cc,
      mailMessageId: this.identity.messageIdFor({ caseId, messageId, mailboxAddress: from.address }),
      author: stampOf(actor),
      userId: actor.userId,
      automatic: false,
      uploadIds,
      filesOf: forward.withAttachments ? said.map(({ id }) => id) : [],
      undoUntil: new Date(at.getTime() + this.config.undoSeconds * 1000),
    });
    if (forward.replacesDeliveryId !== undefined) {
      await this.replies.replace(forward.replacesDeliveryId, { caseId, messageId });
    }
    await this.outbox.add('message.forwarded', {
      ...{ caseId, messageId, deliveryId, sequence },
      actor: stampOf(actor),
      ...causeOf(actor),
    });
    return { messageId, deliveryId };
  }

  private async whatWasSaid(caseId: number, wanted: number[] | undefined): Promise<SaidMessage[]> {
    const messageIds = wanted && [...new Set(wanted)];
    const said = await this.forwards.findSaid(caseId, messageIds ?? null);
    if (messageIds && said.length !== messageIds.length) throw new ProblemError('message.not-found');
    if (said.some(({ erased }) => erased)) throw new ProblemError('message.erased');
    return said;
  }
}

/** Within a whole thread only what was new in each message: the rest is there already. */
function forwarded(said: SaidMessage, { messageIds }: Forward): ForwardedMessage {
  const { fromName: name, fromAddress: address, text, visibleLength, ...message } = said;
  return { ...message, from: { name, address }, text: messageIds ? text : text.slice(0, visibleLength) };
}

/** Characters of a mail's text, and of its HTML. */
const LONGEST_TEXT = 2_000_000;

/** What is put into the frame now, so that the feed shows what was sent. Throws request.invalid for too long a thread. */
function partsOf(forward: Forward, said: SaidMessage[]): { words: BothForms; history: BothForms } {
  const messages = said.map((message) => forwarded(message, forward));
  const below = forwardedText(messages);
  if (below.length > LONGEST_TEXT) {
    throw new InvalidInput([
      { path: 'messageIds', message: 'The thread is too long for one mail; name some messages.' },
    ]);
  }
  const { text, html } = forward;
  return {
    words: { text, html: html === undefined ? textAsHtml(text) : safeHtml(html) },
    history: { text: below, html: forwardedHtml(messages) },
  };
}
