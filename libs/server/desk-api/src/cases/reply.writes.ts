import { Injectable } from '@nestjs/common';
import { permits, stampOf, userIdOf, type Actor } from '@bureau/contracts';
import {
  AppendMessage,
  CaseRepository,
  EraseContent,
  HideMessage,
  RecordAnswer,
  ReplyToCase,
  type LockedCase,
} from '@bureau/cases';
import { InvalidInput, ProblemError, Transactional } from '@bureau/platform';
import type { Made, Wish } from '../resource/desk-route.ts';
import { DraftWrites } from './draft.writes.ts';
import { saidOf, sendingOf, type ChangedMessage, type NewReply } from './reply.body.ts';
import { SaidQueries } from './said.queries.ts';

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
    private readonly hideMessage: HideMessage,
    private readonly eraseContent: EraseContent,
    private readonly said: SaidQueries,
  ) {}

  /**
   * `pending` is sent; what says neither is the draft of its writer. `sent`, what the customer said, and what was said on
   * the telephone is written down. The case is locked first: a program has not seen it, and is not too late. Throws what
   * the verbs throw.
   */
  @Transactional()
  async add({ actor, id: caseId, body }: Wish<NewReply>): Promise<number | Made> {
    const supportCase = await this.cases.lockOrThrow(actor, caseId);
    if (isToBeSent(body, supportCase) && !SENT.includes(body.status ?? '')) {
      return this.drafts.keep(actor, supportCase, body);
    }
    const { messageId } = await this.write(actor, supportCase, body);
    if (body.hidden) await this.hide(actor, messageId, true);
    return messageId;
  }

  /** A draft as {@link DraftWrites.change} does; of anything else, whether the customer sees it. Throws what the verbs throw. */
  @Transactional()
  async change(wish: Wish<NewReply>): Promise<Made | void> {
    const reply = await this.said.find(wish.id);
    if (reply?.isDraft) return this.drafts.change({ ...wish, id: reply.caseId });
    return this.changeMessage(wish);
  }

  /** What was said stays said. Throws request.invalid for other words, permission.denied, message.not-found. */
  @Transactional()
  async changeMessage({ actor, id, body }: Wish<ChangedMessage>): Promise<void> {
    const said = await this.said.find(id);
    if (typeof body.body === 'string' && body.body !== said?.text) {
      throw new InvalidInput([{ path: 'text', message: 'What was said stays as it is.' }]);
    }
    if (typeof body.hidden === 'boolean') await this.hide(actor, id, body.hidden);
  }

  /** A draft is thrown away; of anything else the content is erased. Throws message.under-way. */
  async remove({ actor, id }: Wish<unknown>): Promise<void> {
    const reply = await this.said.find(id);
    if (reply?.isDraft) return this.drafts.remove({ actor, id: reply.caseId });
    await this.eraseContent.message(actor, id);
  }

  private async hide(actor: Actor, messageId: number, hidden: boolean): Promise<void> {
    if (!permits(actor, 'cases:update')) throw new ProblemError('permission.denied');
    await this.hideMessage.run(actor, messageId, { hidden });
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
