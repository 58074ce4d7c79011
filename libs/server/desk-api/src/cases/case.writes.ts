import { Injectable } from '@nestjs/common';
import { permits, userIdOf, type Actor } from '@bureau/contracts';
import { DeleteCase, HoldCase, OpenCaseForCustomer, UpdateCase } from '@bureau/cases';
import { ProblemError, Transactional } from '@bureau/platform';
import type { Wish } from '../resource/desk-route.ts';
import { below } from '../resource/understood.ts';
import { lockIn, openingOf, updateOf, type ChangedCase, type NewCase } from './case.body.ts';
import { REPLY_NAMES } from './reply.body.ts';
import { ReplyWrites } from './reply.writes.ts';

/** Programs do not know of locks and are heard, unless they say which version they saw, or want the lock themselves. */
@Injectable()
export class CaseWrites {
  constructor(
    private readonly openCase: OpenCaseForCustomer,
    private readonly updateCase: UpdateCase,
    private readonly deleteCase: DeleteCase,
    private readonly holdCase: HoldCase,
    private readonly replies: ReplyWrites,
  ) {}

  /** Throws what {@link OpenCaseForCustomer.run} throws. */
  async open({ actor, body }: Wish<NewCase>): Promise<number> {
    const { caseId } = await this.openCase.run(actor, openingOf(body));
    return caseId;
  }

  async openFor({ actor, id: customerId, body }: Wish<NewCase>): Promise<number> {
    const { caseId } = await this.openCase.run(actor, openingOf(body, customerId));
    return caseId;
  }

  /** The lock, then a reply, then the fields: all or nothing. Throws what the verbs throw. */
  @Transactional()
  async change(wish: Wish<ChangedCase>): Promise<void> {
    const { actor, id, body } = wish;
    await this.setLock(actor, id, lockIn(body));
    const { reply } = body;
    if (reply) {
      if (!permits(actor, 'cases:reply')) throw new ProblemError('permission.denied');
      await below('reply', REPLY_NAMES, () => this.replies.add({ ...wish, body: reply }));
    }
    const wanted = updateOf(body);
    if (wanted) await this.updateCase.run(actor, id, wanted);
  }

  /** Into the trash. Throws what {@link DeleteCase.run} throws. */
  async remove({ actor, id }: Wish<unknown>): Promise<void> {
    await this.deleteCase.run(actor, id);
  }

  private async setLock(actor: Actor, caseId: number, lock: ReturnType<typeof lockIn>): Promise<void> {
    if (lock === undefined) return;
    if (lock === 'free') return this.holdCase.free(actor, caseId);
    const userId = lock.userId ?? userIdOf(actor);
    if (userId === undefined) throw new ProblemError('permission.denied');
    await this.holdCase.hold(actor, caseId, { userId, until: lock.until });
  }
}
