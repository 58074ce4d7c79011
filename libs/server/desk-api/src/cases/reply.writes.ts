import { Injectable } from '@nestjs/common';
import { stampOf, userIdOf, type Actor } from '@bureau/contracts';
import { AppendMessage, CaseRepository, RecordAnswer, ReplyToCase, type LockedCase } from '@bureau/cases';
import { Transactional } from '@bureau/platform';
import type { Made, Wish } from '../resource/desk-route.ts';
import { DraftWrites } from './draft.writes.ts';
import { saidOf, sendingOf, type NewReply } from './reply.body.ts';

/** Where an answer is written and then sent; on all other channels it has been said already. */
const WRITTEN: string[] = ['email', 'twitter', 'facebook'];

/** What says by itself what becomes of it; anything else waits for that. */
const SENT = ['pending', 'sent'];

@Injectable()
export class ReplyWrites {
  constructor(
    private readonly cases: CaseRepository,
    private readonly replyToCase: ReplyToCase,
    private readonly recordAnswer: RecordAnswer,
    private readonly appendMessage: AppendMessage,
    private readonly drafts: DraftWrites,
  ) {}

  /**
   * `pending` is sent; what says neither is the draft of its writer. `sent`, what the customer said, and what was said on the telephone is written down. The case is
   * locked first: a program has not seen it, and is not too late. Throws what the verbs throw.
   */
  @Transactional()
  async add({ actor, id: caseId, body }: Wish<NewReply>): Promise<number | Made> {
    const supportCase = await this.cases.lockOrThrow(actor, caseId);
    if (isToBeSent(body, supportCase) && !SENT.includes(body.status ?? '')) {
      return this.drafts.keep(actor, supportCase, body);
    }
    const { messageId } = await this.write(actor, supportCase, body);
    return messageId;
  }

  private write(actor: Actor, supportCase: LockedCase, body: NewReply): Promise<{ messageId: number }> {
    const { id: caseId } = supportCase;
    if (isToBeSent(body, supportCase) && body.status === 'pending') {
      return this.replyToCase.run(actor, caseId, sendingOf(body, supportCase));
    }
    const message = saidOf(body, supportCase, { author: stampOf(actor), userId: userIdOf(actor) ?? null });
    if (body.direction === 'in') {
      return this.appendMessage.run(actor, { caseId, message, reason: 'A program wrote down what the customer said.' });
    }
    return this.recordAnswer.run(actor, { caseId, message });
  }
}

function isToBeSent({ direction }: NewReply, { channel }: LockedCase): boolean {
  return direction === 'out' && WRITTEN.includes(channel);
}
