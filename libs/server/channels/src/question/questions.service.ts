import { Injectable } from '@nestjs/common';
import { ReplyToCase, SYSTEM } from '@bureau/cases';
import { userIdOf, type Actor, type PostState, type QuestionModeration } from '@bureau/contracts';
import { AuditLog, BrandRepository } from '@bureau/identity';
import { Clock, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { QuestionRepository, type HeldQuestion } from './question.repository.ts';

/** What people here, and those who ask, do with questions. To whoever may not see the case, there is none. */
@Injectable()
export class QuestionsService {
  constructor(
    private readonly questions: QuestionRepository,
    private readonly reply: ReplyToCase,
    private readonly brands: BrandRepository,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Throws question.not-found. */
  @Transactional()
  async judge(actor: Actor, questionId: number, state: PostState): Promise<void> {
    const question = await this.hold(actor, questionId);
    await this.questions.judge('questions', questionId, this.judgement(actor, state));
    await this.tell(question);
  }

  /** Throws answer.not-found. One that is taken from the page is the best no more. */
  @Transactional()
  async judgeAnswer(actor: Actor, answerId: number, state: PostState): Promise<number> {
    const questionId = await this.questions.questionOf(answerId);
    const question = questionId === undefined ? undefined : await this.questions.hold(actor, questionId);
    if (!question) throw new ProblemError('answer.not-found');
    await this.questions.judge('question_answers', answerId, this.judgement(actor, state));
    if (question.bestAnswerId === answerId) await this.questions.choose(question.id, null);
    await this.tell(question);
    return question.id;
  }

  /**
   * Answers in public, and by mail to whoever asked: a reply of the case like any other, with all its rules.
   * Throws question.not-found, question.closed, and what a reply throws.
   */
  @Transactional()
  async answer(
    actor: Actor,
    questionId: number,
    { text, sequence }: { text: string; sequence: number },
  ): Promise<void> {
    const question = await this.hold(actor, questionId);
    if (question.closedAt !== null) throw new ProblemError('question.closed');
    const { messageId } = await this.reply.run(actor, question.caseId, { text, sequence }, { heedsLock: true });
    await this.questions.answer(questionId, {
      ...{
        messageId,
        authorName: 'name' in actor ? actor.name : '',
        customerId: null,
        userId: userIdOf(actor) ?? null,
        byAgent: true,
      },
      ...{ state: 'published', at: this.clock.now() },
    });
    await this.tell(question);
  }

  /** Throws question.not-found, answer.not-found. */
  @Transactional()
  async choose(actor: Actor, questionId: number, answerId: number | null): Promise<void> {
    await this.chooseFor(await this.hold(actor, questionId), answerId);
  }

  /** By whoever asked, having proven that he did. Throws question.not-found, answer.not-found. */
  @Transactional()
  async chooseAsAsker(
    customerId: number,
    brandId: number,
    chosen: { questionId: number; answerId: number },
  ): Promise<void> {
    const question = await this.hold(SYSTEM, chosen.questionId);
    if (question.customerId !== customerId || question.brandId !== brandId) {
      throw new ProblemError('question.not-found');
    }
    await this.chooseFor(question, chosen.answerId);
  }

  /** Throws question.not-found. */
  @Transactional()
  async close(actor: Actor, questionId: number, closed: boolean): Promise<void> {
    const question = await this.hold(actor, questionId);
    await this.questions.close(questionId, closed ? this.clock.now() : null);
    await this.tell(question);
  }

  /** Throws answer.not-found. */
  @Transactional()
  async vote(
    brandId: number,
    { questionId, answerId, voter, helpful }: { questionId: number; answerId: number; voter: string; helpful: boolean },
  ): Promise<void> {
    const question = await this.questions.hold(SYSTEM, questionId);
    const isThere = question?.brandId === brandId && question.state === 'published';
    if (!isThere || !(await this.questions.isShown(questionId, answerId))) throw new ProblemError('answer.not-found');
    await this.questions.vote(answerId, voter, helpful);
  }

  /** Throws brand.not-found. */
  @Transactional()
  async setModeration(actor: Actor, brandId: number, moderation: QuestionModeration): Promise<void> {
    const served = 'access' in actor ? actor.access.brandIds : null;
    const brand = served === null || served.includes(brandId) ? await this.brands.lock(brandId) : undefined;
    if (!brand) throw new ProblemError('brand.not-found');
    const before = { questionModeration: await this.questions.moderation(brandId) };
    await this.questions.setModeration(brandId, moderation);
    const entry = { noun: 'brand', id: brandId, name: brand.name, action: 'changed' } as const;
    await this.audit.record(actor, { ...entry, before, after: { questionModeration: moderation } });
  }

  private async chooseFor(question: HeldQuestion, answerId: number | null): Promise<void> {
    if (answerId !== null && !(await this.questions.isShown(question.id, answerId))) {
      throw new ProblemError('answer.not-found');
    }
    await this.questions.choose(question.id, answerId);
    await this.tell(question);
  }

  private async hold(actor: Actor, questionId: number): Promise<HeldQuestion> {
    const question = await this.questions.hold(actor, questionId);
    if (!question) throw new ProblemError('question.not-found');
    return question;
  }

  private judgement(actor: Actor, state: PostState) {
    return { state, userId: userIdOf(actor) ?? null, at: this.clock.now() };
  }

  private async tell({ id, caseId, brandId }: HeldQuestion): Promise<void> {
    await this.outbox.add('question.changed', { questionId: id, caseId, brandId });
  }
}
