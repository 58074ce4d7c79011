import { Injectable } from '@nestjs/common';
import { AppendMessage, OpenCase, type StoredFile } from '@bureau/cases';
import type { Actor } from '@bureau/contracts';
import { CustomerRepository } from '@bureau/customers';
import { customerOf, threadMail, type ThreadDecision } from '@bureau/domain';
import { Clock, Database, Outbox, ProblemError } from '@bureau/platform';
import { MarkBounced } from '../delivery/mark-bounced.ts';
import { MailboxTestRepository } from '../mailbox/mailbox-test.repository.ts';
import { inboundFromMail } from './inbound-from-mail.ts';
import { IntakeRepository, type Settlement, type TakenItem } from './intake.repository.ts';
import type { ReadMail } from './read-intake.ts';
import { ThreadRepository } from './thread.repository.ts';

/** A person's word on a held item, which outweighs the rules. */
export type Verdict = { into: 'suggested-case'; caseId: number } | { into: 'new-case' };

export interface SettleInput {
  item: TakenItem;
  read: ReadMail;
  files: StoredFile[];
  verdict?: Verdict;
}

const MAIL: Actor = { kind: 'system', name: 'E-mail' };

/** Thrown to roll back: another process settled the item first. */
class SettledElsewhere extends Error {}

/** Gives a mail that was read its one fate, and carries it out, in one transaction. */
@Injectable()
export class SettleMail {
  constructor(
    private readonly intake: IntakeRepository,
    private readonly threads: ThreadRepository,
    private readonly openCase: OpenCase,
    private readonly appendMessage: AppendMessage,
    private readonly customers: CustomerRepository,
    private readonly markBounced: MarkBounced,
    private readonly tests: MailboxTestRepository,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** A case that closes or vanishes between decision and write makes the decision again, at most three times. */
  async run(input: SettleInput): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.database.transaction(() => this.settle(input));
      } catch (error) {
        if (error instanceof SettledElsewhere) return;
        const moved = error instanceof ProblemError && ['case.closed', 'case.not-found'].includes(error.code);
        if (!moved || attempt === 3) throw error;
      }
    }
  }

  private async settle(input: SettleInput): Promise<void> {
    const { item, read } = input;
    if (read.facts.contentHash) await this.intake.lockContent(read.facts.contentHash);
    const known = (await this.twinOf(input)) ?? (await this.refusalOf(input));
    const settlement = known ?? (await this.carryOut(input, await this.decide(input)));
    const settled = await this.intake.settle(item.id, settlement, { facts: read.facts, at: this.clock.now() });
    if (!settled) throw new SettledElsewhere();
    const { fate, caseId = null } = settlement;
    await this.outbox.add('intake.settled', { intakeId: item.id, fate, caseId });
  }

  private async twinOf({ item, read, verdict }: SettleInput): Promise<Settlement | undefined> {
    if (verdict || !read.facts.contentHash) return undefined;
    const twin = await this.intake.findTwin(read.facts.contentHash, item);
    if (!twin) return undefined;
    return {
      fate: 'duplicate',
      reason: `The same mail came before, to ${twin.address} (item ${twin.id}).`,
      caseId: twin.caseId,
    };
  }

  /** A mailbox's own test, or mail of a blocked customer, opens nothing and answers nobody; a person who accepts it knows better. */
  private async refusalOf({ read, verdict }: SettleInput): Promise<Settlement | undefined> {
    if (verdict || !read.mail.from) return undefined;
    const { mailMessageId } = read.facts;
    if (mailMessageId !== null && (await this.tests.isTest(mailMessageId))) {
      return { fate: 'suppressed', reason: 'The test of this mailbox came back: it sends and receives.' };
    }
    const sender = await this.customers.blockedSender(read.mail.from.address);
    if (!sender) return undefined;
    return { fate: 'suppressed', reason: `The customer ${sender.name} (${sender.id}) is blocked.` };
  }

  private async decide({ item, read, verdict }: SettleInput): Promise<ThreadDecision> {
    const { mail, mailClass, sender } = read;
    const facts = await this.threads.lookUp(mail, {
      mailClass,
      verdict: sender.verdict,
      recipients: item.envelope.recipients,
    });
    const decision = threadMail(facts);
    if (!verdict) return decision;
    const accepted = { ...decision, quiet: false, explain: 'A person accepted the mail.' };
    return verdict.into === 'suggested-case'
      ? { ...accepted, decision: 'append', caseId: verdict.caseId, homeCaseId: homeWithin(verdict.caseId, decision) }
      : { ...accepted, decision: 'open', caseId: null, homeCaseId: null };
  }

  private async carryOut(input: SettleInput, decision: ThreadDecision): Promise<Settlement> {
    if (input.read.mailClass.bounce) return this.recordBounce(input, decision);
    switch (decision.decision) {
      case 'append':
        return this.append(input, decision);
      case 'open':
        return this.open(input, decision);
      case 'hold':
        return { ...placeOf(decision), fate: 'held', reason: decision.explain };
      case 'suppress':
        return { ...placeOf(decision), fate: 'suppressed', reason: decision.explain };
    }
  }

  private async append(input: SettleInput, decision: ThreadDecision): Promise<Settlement> {
    const { item, read } = input;
    if (decision.caseId === null) throw new Error('A mail cannot be appended to no case.');
    const sender = read.mail.from && (await this.customers.findByAddress(read.mail.from.address));
    const message = inboundFromMail(read, {
      files: input.files,
      customerId: sender ?? null,
      intakeId: item.id,
      quiet: decision.quiet,
    });
    const { caseId, homeCaseId } = decision;
    const { messageId } = await this.appendMessage.run(MAIL, {
      caseId,
      homeCaseId,
      message,
      reason: decision.explain,
      at: item.receivedAt,
    });
    return { fate: 'message', reason: decision.explain, caseId, homeCaseId, messageId };
  }

  private async open(input: SettleInput, decision: ThreadDecision): Promise<Settlement> {
    const { item, read } = input;
    const customerId = await this.customers.findOrCreate(customerFor(read));
    const message = inboundFromMail(read, { files: input.files, customerId, intakeId: item.id, quiet: decision.quiet });
    const opened = await this.openCase.run(MAIL, {
      brandId: item.brandId,
      mailboxId: item.mailboxId,
      groupId: item.groupId,
      customerId,
      continuesCaseId: decision.linkedCaseId,
      // The usual is no news in the history; the ledger has it.
      reason: decision.reason === 'nothing-matches' ? null : decision.explain,
      demo: item.demo,
      at: item.receivedAt,
      message,
    });
    return { fate: 'message', reason: decision.explain, caseId: opened.caseId, messageId: opened.messageId };
  }

  /** A bounce of ours goes to the message it is about; any other is kept in the ledger and answers nobody. */
  private async recordBounce(input: SettleInput, decision: ThreadDecision): Promise<Settlement> {
    const { bounce } = input.read.mailClass;
    if (!bounce || decision.caseId === null) {
      return { fate: 'suppressed', reason: 'A mail system reports on a message that this desk did not send.' };
    }
    const delivery = decision.messageId ?? null;
    if (delivery !== null) await this.markBounced.run(delivery, bounce);
    return this.append(input, {
      ...decision,
      quiet: true,
      explain: 'A mail system reports on a message of this case.',
    });
  }
}

function placeOf({ caseId, homeCaseId }: ThreadDecision): Pick<Settlement, 'caseId' | 'homeCaseId'> {
  return { caseId, homeCaseId };
}

/** What a person accepts into a case keeps the home that the rules found, when that was merged into the same case. */
function homeWithin(caseId: number, decision: ThreadDecision): number | null {
  return decision.caseId === caseId ? decision.homeCaseId : null;
}

/** A mail that names nobody still becomes a case; its customer says so. */
function customerFor({ mail }: ReadMail): { name: string; address: string } {
  const customer = customerOf(mail);
  if (customer && customer.address.includes('@'))
    return { name: customer.name.replaceAll('\0', ''), address: customer.address.replaceAll('\0', '') };
  return { name: 'Unknown sender', address: 'unknown-sender@invalid' };
}
