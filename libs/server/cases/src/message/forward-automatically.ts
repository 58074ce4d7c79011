import { Injectable } from '@nestjs/common';
import { causeOf, stampOf, userIdOf, type Actor } from '@bureau/contracts';
import { NOTHING, type BothForms } from '@bureau/domain';
import { Clock, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { refuseClosed } from '../case/refuse-closed.ts';
import { ForwardRepository } from './forward.repository.ts';
import { OutboundFrame } from './outbound-frame.ts';
import { OutboundIdentity } from './outbound-identity.ts';
import { ReplyRepository } from './reply.repository.ts';
import { senderOf } from './reply-to-case.ts';

/**
 * Writes about a case to somebody who is no party to it, because a macro or rule says so: the case shows it as a forward,
 * what comes back comes as an aside, and it carries the marks of RFC 3834, so that no machine answers it.
 */
@Injectable()
export class ForwardAutomatically {
  constructor(
    private readonly replies: ReplyRepository,
    private readonly forwards: ForwardRepository,
    private readonly identity: OutboundIdentity,
    private readonly frame: OutboundFrame,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Throws case.not-found, case.closed, case.merged, case.no-recipient (no mailbox writes for the case). */
  @Transactional()
  async run(
    actor: Actor,
    caseId: number,
    { to, subject, words }: { to: string; subject: string; words: BothForms },
  ): Promise<{ messageId: number }> {
    const supportCase = await this.replies.begin(actor, caseId);
    if (!supportCase) throw new ProblemError('case.not-found');
    refuseClosed(supportCase);
    const { messageId, brandId } = supportCase;
    const from = { ...senderOf(supportCase, actor.name), name: supportCase.brandName };
    const framed = await this.frame.frameForward(actor, { caseId, brandId, words, history: NOTHING });

    const at = this.clock.now();
    const sequence = supportCase.sequence + 1;
    const { deliveryId } = await this.forwards.store({
      ...{ caseId, messageId, sequence, at, subject, from, cc: [], uploadIds: [], filesOf: [] },
      text: framed.text,
      visibleLength: framed.places.message?.to ?? 0,
      html: framed.html,
      to: [{ name: '', address: to }],
      mailMessageId: this.identity.messageIdFor({ caseId, messageId, mailboxAddress: from.address }),
      author: stampOf(actor),
      userId: userIdOf(actor) ?? null,
      automatic: true,
      undoUntil: at,
    });
    const fact = { caseId, messageId, deliveryId, sequence, actor: stampOf(actor) };
    await this.outbox.add('message.forwarded', { ...fact, ...causeOf(actor) });
    return { messageId };
  }
}
