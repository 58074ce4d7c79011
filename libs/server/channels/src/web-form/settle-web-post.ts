import { Injectable } from '@nestjs/common';
import { AppendMessage, OpenCase, type InboundMessage } from '@bureau/cases';
import type { Actor, SenderCheck } from '@bureau/contracts';
import { CustomerRepository } from '@bureau/customers';
import { isRoleAddress } from '@bureau/domain';
import { BlobStorage, Clock, Database, Outbox, ProblemError } from '@bureau/platform';
import { IntakeRepository, type Settlement, type TakenItem } from '../intake/intake.repository.ts';
import type { Verdict } from '../intake/settle-mail.ts';
import { readWebPost, type WebPost, type WebQuestion, type WebReply } from './web-post.ts';
import { WebFormRepository } from './web-form.repository.ts';

const FORM: Actor = { kind: 'system', name: 'Web form' };

interface SettleInput {
  item: TakenItem;
  post: WebPost;
  verdict: Verdict | undefined;
}

/** Thrown to roll back: another process settled the item first. */
class SettledElsewhere extends Error {}

/** Gives what came by a page its one fate, and carries it out, in one transaction. */
@Injectable()
export class SettleWebPost {
  constructor(
    private readonly intake: IntakeRepository,
    private readonly forms: WebFormRepository,
    private readonly openCase: OpenCase,
    private readonly appendMessage: AppendMessage,
    private readonly customers: CustomerRepository,
    private readonly storage: BlobStorage,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** A case that closes or vanishes between look and write is looked at again, at most three times. */
  async run(item: TakenItem, verdict?: Verdict): Promise<void> {
    const post = readWebPost(await this.storage.readBuffer(item.rawSha256));
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.database.transaction(() => this.settle({ item, post, verdict }));
      } catch (error) {
        if (error instanceof SettledElsewhere) return;
        const moved = error instanceof ProblemError && ['case.closed', 'case.not-found'].includes(error.code);
        if (!moved || attempt === 3) throw error;
      }
    }
  }

  private async settle(input: SettleInput): Promise<void> {
    const { item, post } = input;
    const settlement = (await this.refusalOf(input)) ?? (await this.carryOut(input));
    const facts = {
      mailMessageId: null,
      contentHash: null,
      fromAddress: post.writer.email,
      subject: post.kind === 'question' ? post.subject : '',
      sender: senderOf(post),
      answerTo: await this.answerTo(post),
      headers: [],
    };
    if (!(await this.intake.settle(item.id, settlement, { facts, at: this.clock.now() }))) throw new SettledElsewhere();
    const { fate, caseId = null } = settlement;
    await this.outbox.add('intake.settled', { intakeId: item.id, fate, caseId });
  }

  /** A person who accepts it knows better. */
  private async refusalOf({ post, verdict }: SettleInput): Promise<Settlement | undefined> {
    if (verdict) return undefined;
    if (post.hold !== null) return { fate: 'held', reason: post.hold };
    const sender = await this.customers.blockedSender(post.writer.email);
    return sender && { fate: 'suppressed', reason: `The customer ${sender.name} (${sender.id}) is blocked.` };
  }

  private carryOut(input: SettleInput): Promise<Settlement> {
    const { post } = input;
    return post.kind === 'question' ? this.open(input, post) : this.append(input, post);
  }

  /** Whoever writes as a customer we know proves nothing by it: nothing of the customer is changed or shown. */
  private async open({ item, post }: SettleInput, question: Opening): Promise<Settlement> {
    const { name, email, customerId: known } = post.writer;
    const customerId = known ?? (await this.customers.findOrCreate({ name, address: email }));
    const message = messageOf(item, post, { customerId, subject: question.subject });
    const opened = await this.openCase.run(FORM, {
      brandId: item.brandId,
      mailboxId: item.mailboxId,
      groupId: item.groupId,
      customerId,
      language: post.language,
      customFields: question.customFields ?? {},
      continuesCaseId: question.continuesCaseId ?? null,
      reason: question.reason ?? null,
      demo: item.demo,
      at: item.receivedAt,
      message,
    });
    return { fate: 'message', reason: question.reason ?? 'The form opened a case.', ...opened };
  }

  private async append(input: SettleInput, post: WebReply): Promise<Settlement> {
    const { item } = input;
    const place = await this.forms.whereToKeep(post.caseId, item);
    if (!place) return { fate: 'suppressed', reason: 'The case that it belongs to was deleted.' };
    const { caseId, homeCaseId, subject } = place;
    if (place.closed) {
      const reason = `Case ${caseId} is closed for good; the customer wrote on its page.`;
      return this.open(input, { subject, continuesCaseId: caseId, reason });
    }
    const reason = 'The customer wrote on the page of the case.';
    const message = messageOf(item, post, { customerId: post.writer.customerId, subject });
    const { messageId } = await this.appendMessage.run(FORM, {
      caseId,
      homeCaseId,
      message,
      reason,
      at: item.receivedAt,
    });
    return { fate: 'message', reason, caseId, homeCaseId, messageId };
  }

  /** Whom the desk may answer by itself: RFC 3834 §2 as for mail, though no mail came. */
  private async answerTo({ writer: { email } }: WebPost): Promise<string | null> {
    return isRoleAddress(email) || (await this.forms.isOwnAddress(email)) ? null : email;
  }
}

/** What opens a case: a question, or words for a case that is closed. */
type Opening = Pick<WebQuestion, 'subject'> &
  Partial<Pick<WebQuestion, 'customFields'>> & { continuesCaseId?: number; reason?: string };

function senderOf({ writer }: WebPost): SenderCheck {
  const proven = writer.customerId !== null;
  return {
    verdict: proven ? 'verified' : 'unverified',
    ...{ spf: 'none', dkim: 'none', dmarc: 'none' },
    explain: proven
      ? 'Written in the support center by somebody who was signed in, or had the link of this case.'
      : 'Written into the form of the support center. Nobody has proven that the address is theirs.',
  };
}

function messageOf(
  item: TakenItem,
  post: WebPost,
  { customerId, subject }: { customerId: number | null; subject: string },
): InboundMessage {
  return {
    subject,
    text: post.text,
    visibleLength: post.text.length,
    html: null,
    from: { name: post.writer.name, address: post.writer.email },
    to: [{ name: '', address: item.mailboxAddress }],
    cc: [],
    messageId: null,
    inReplyTo: null,
    references: [],
    automatic: null,
    sender: senderOf(post),
    notices: [],
    author: null,
    userId: null,
    customerId,
    intakeId: item.id,
    files: post.files,
  };
}
