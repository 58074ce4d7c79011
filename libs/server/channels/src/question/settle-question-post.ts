import { Injectable } from '@nestjs/common';
import { AppendMessage, OpenCase, SYSTEM, type InboundMessage } from '@bureau/cases';
import type { Actor, PostState, SenderCheck } from '@bureau/contracts';
import { CustomerRepository } from '@bureau/customers';
import { BlobStorage, Clock, Database, Outbox } from '@bureau/platform';
import { IntakeRepository, type Settlement, type TakenItem } from '../intake/intake.repository.ts';
import type { Verdict } from '../intake/settle-mail.ts';
import { QuestionPost, type AnswerPost, type AskedPost } from './question-post.ts';
import { QuestionRepository } from './question.repository.ts';

const PAGE: Actor = { kind: 'system', name: 'Questions and answers' };

/** Thrown to roll back: another process settled the item first. */
class SettledElsewhere extends Error {}

/** Gives what was posted in public its one fate, and carries it out, in one transaction. */
@Injectable()
export class SettleQuestionPost {
  constructor(
    private readonly intake: IntakeRepository,
    private readonly questions: QuestionRepository,
    private readonly openCase: OpenCase,
    private readonly appendMessage: AppendMessage,
    private readonly customers: CustomerRepository,
    private readonly storage: BlobStorage,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(item: TakenItem, verdict?: Verdict): Promise<void> {
    const post = QuestionPost.parse(JSON.parse((await this.storage.readBuffer(item.rawSha256)).toString('utf8')));
    try {
      await this.database.transaction(() => this.settle(item, post, verdict));
    } catch (error) {
      if (!(error instanceof SettledElsewhere)) throw error;
    }
  }

  private async settle(item: TakenItem, post: QuestionPost, verdict: Verdict | undefined): Promise<void> {
    const settlement = (await this.refusalOf(post, verdict)) ?? (await this.carryOut(item, post));
    const facts = {
      ...{ mailMessageId: null, contentHash: null, fromAddress: post.writer.email, headers: [] },
      subject: post.kind === 'question' ? post.subject : '',
      sender: senderOf(post),
      // Nobody is answered by a machine for what he said in public.
      answerTo: null,
    };
    if (!(await this.intake.settle(item.id, settlement, { facts, at: this.clock.now() }))) throw new SettledElsewhere();
    const { fate, caseId = null } = settlement;
    await this.outbox.add('intake.settled', { intakeId: item.id, fate, caseId });
  }

  /** A person who accepts it knows better. */
  private async refusalOf(post: QuestionPost, verdict: Verdict | undefined): Promise<Settlement | undefined> {
    if (verdict) return undefined;
    if (post.hold !== null) return { fate: 'held', reason: post.hold };
    const sender = await this.customers.blockedSender(post.writer.email);
    return sender && { fate: 'suppressed', reason: `The customer ${sender.name} (${sender.id}) is blocked.` };
  }

  private carryOut(item: TakenItem, post: QuestionPost): Promise<Settlement> {
    return post.kind === 'question' ? this.ask(item, post) : this.answer(item, post);
  }

  private async ask(item: TakenItem, post: AskedPost): Promise<Settlement> {
    const { name, email, customerId: known } = post.writer;
    if (!(await this.questions.takesQuestions(item.brandId, post.topicId, known !== null))) {
      return { fate: 'suppressed', reason: 'The topic takes no questions any more.' };
    }
    const customerId = known ?? (await this.customers.findOrCreate({ name, address: email }));
    const reason = 'A question was asked in public.';
    const opened = await this.openCase.run(PAGE, {
      ...{ brandId: item.brandId, mailboxId: item.mailboxId, groupId: item.groupId, customerId },
      ...{ channel: 'qna', language: post.language, reason, demo: item.demo, at: item.receivedAt },
      message: messageOf(item, post, { customerId, subject: post.subject }),
    });
    const questionId = await this.questions.ask({
      ...{ brandId: item.brandId, topicId: post.topicId, subject: post.subject, language: post.language, ...opened },
      ...{ authorName: name, customerId: known, state: await this.stateOf(item, post), at: item.receivedAt },
    });
    await this.outbox.add('question.changed', { questionId, caseId: opened.caseId, brandId: item.brandId });
    return { fate: 'message', reason, ...opened };
  }

  /** Where the case went by a merge, the words go too. */
  private async answer(item: TakenItem, post: AnswerPost): Promise<Settlement> {
    const question = await this.questions.hold(SYSTEM, post.questionId);
    const takes = question && question.brandId === item.brandId && question.state === 'published';
    if (!takes || question.closedAt !== null || question.caseStatus === 'closed') {
      return { fate: 'suppressed', reason: 'The question takes no answers any more.' };
    }
    const { caseId, subject } = question;
    const { name, customerId } = post.writer;
    const reason = 'Somebody answered the question in public.';
    const { messageId } = await this.appendMessage.run(PAGE, {
      ...{ caseId, homeCaseId: null, reason, at: item.receivedAt },
      message: messageOf(item, post, { customerId, subject }),
    });
    const byAsker = customerId !== null && customerId === question.customerId;
    await this.questions.markPublic(messageId, { byAsker });
    await this.questions.answer(question.id, {
      ...{ messageId, authorName: name, customerId, userId: null, byAgent: false, at: item.receivedAt },
      state: await this.stateOf(item, post),
    });
    await this.outbox.add('question.changed', { questionId: question.id, caseId, brandId: item.brandId });
    return { fate: 'message', reason, caseId, messageId };
  }

  private async stateOf({ brandId }: TakenItem, { writer }: QuestionPost): Promise<PostState> {
    const moderation = await this.questions.moderation(brandId);
    const waits = moderation === 'everybody' || (moderation === 'guests' && writer.customerId === null);
    return waits ? 'waiting' : 'published';
  }
}

function senderOf({ writer }: QuestionPost): SenderCheck {
  const proven = writer.customerId !== null;
  return {
    verdict: proven ? 'verified' : 'unverified',
    ...{ spf: 'none', dkim: 'none', dmarc: 'none' },
    explain: proven
      ? 'Posted in the support center by somebody who was signed in.'
      : 'Posted in the support center by a guest. Nobody has proven that the address is theirs.',
  };
}

function messageOf(
  item: TakenItem,
  post: QuestionPost,
  { customerId, subject }: { customerId: number | null; subject: string },
): InboundMessage {
  return {
    ...{ subject, text: post.text, visibleLength: post.text.length, html: null },
    from: { name: post.writer.name, address: post.writer.email },
    to: [{ name: '', address: item.mailboxAddress }],
    ...{ cc: [], messageId: null, inReplyTo: null, references: [], automatic: null, notices: [], author: null },
    ...{ userId: null, customerId, intakeId: item.id, files: [] },
    sender: senderOf(post),
  };
}
