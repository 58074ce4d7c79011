import { Injectable } from '@nestjs/common';
import { stampOf, userIdOf, type Actor } from '@bureau/contracts';
import { AppendMessage, CaseRepository, RecordAnswer, ReplyToCase, type LockedCase } from '@bureau/cases';
import { InvalidInput, Transactional } from '@bureau/platform';
import type { Wish } from '../resource/desk-route.ts';
import { saidOf, sendingOf, type NewReply } from './reply.body.ts';

/** Where an answer is written and then sent; on all other channels it has been said already. */
const WRITTEN: string[] = ['email', 'twitter', 'facebook'];

@Injectable()
export class ReplyWrites {
  constructor(
    private readonly cases: CaseRepository,
    private readonly replyToCase: ReplyToCase,
    private readonly recordAnswer: RecordAnswer,
    private readonly appendMessage: AppendMessage,
  ) {}

  /**
   * `pending` is sent. `sent`, what the customer said, and what was said on the telephone is written down. The case is
   * locked first: a program has not seen it, and is not too late. Throws what the verbs throw.
   */
  @Transactional()
  async add({ actor, id: caseId, body }: Wish<NewReply>): Promise<number> {
    const supportCase = await this.cases.lockOrThrow(actor, caseId);
    const { messageId } = await this.write(actor, supportCase, body);
    return messageId;
  }

  private write(actor: Actor, supportCase: LockedCase, body: NewReply): Promise<{ messageId: number }> {
    const { id: caseId, channel } = supportCase;
    const isWritten = WRITTEN.includes(channel);
    if (body.direction === 'out' && isWritten && body.status === 'pending') {
      return this.replyToCase.run(actor, caseId, sendingOf(body, supportCase));
    }
    const message = saidOf(body, supportCase, { author: stampOf(actor), userId: userIdOf(actor) ?? null });
    if (body.direction === 'in') {
      return this.appendMessage.run(actor, { caseId, message, reason: 'A program wrote down what the customer said.' });
    }
    if (isWritten && body.status !== 'sent') {
      throw new InvalidInput([{ path: 'status', message: 'Write pending to send it, sent when it has been.' }]);
    }
    return this.recordAnswer.run(actor, { caseId, message });
  }
}
