import { Injectable } from '@nestjs/common';
import { AppendMessage, OpenCase, RecordAnswer, ReviseMessage } from '@bureau/cases';
import { NetworkIdentityRepository } from '@bureau/customers';
import {
  compareXIds,
  concernsInWords,
  identityIdOf,
  isImported,
  isXId,
  socialKeyOf,
  subjectOfPost,
  threadPost,
  type PostDecision,
  type PostFacts,
} from '@bureau/domain';
import { Clock, Database, Outbox, ProblemError } from '@bureau/platform';
import { storable } from '../../intake/inbound-from-mail.ts';
import { IntakeRepository, type Settlement } from '../../intake/intake.repository.ts';
import { AdoptEcho } from '../out/adopt-echo.ts';
import { FollowConversation } from './follow-conversation.ts';
import type { KeptMedia } from './keep-media.ts';
import type { SocialItem } from './social-item.repository.ts';
import { SocialPostRepository, type KnownPost } from './social-post.repository.ts';
import { actorOf, EchoTooEarly, factsOf, messageOf, saidBy, SettledElsewhere } from './social-settlement.ts';
import { SocialThreadRepository } from './social-thread.repository.ts';

export interface PostToSettle {
  item: SocialItem;
  post: PostFacts;
  media: KeptMedia;
  /** The stored copy of the writer's picture; null: none, or it is known. */
  avatar: { sha256: string; source: string } | null;
  /** The writer's picture, new or known. */
  avatarSha256: string | null;
}

const HELD_ELSEWHERE = 'Another app of the page answers in this conversation: kept as context.';

/** Gives a post its one fate, and carries it out, in one transaction. */
@Injectable()
export class SettlePost {
  constructor(
    private readonly intake: IntakeRepository,
    private readonly posts: SocialPostRepository,
    private readonly threads: SocialThreadRepository,
    private readonly identities: NetworkIdentityRepository,
    private readonly openCase: OpenCase,
    private readonly appendMessage: AppendMessage,
    private readonly recordAnswer: RecordAnswer,
    private readonly reviseMessage: ReviseMessage,
    private readonly adoptEcho: AdoptEcho,
    private readonly conversations: FollowConversation,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** A case that closes or vanishes between decision and write makes the decision again, at most three times. */
  async run(input: PostToSettle): Promise<void> {
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

  private async settle(input: PostToSettle): Promise<void> {
    const { item, post } = input;
    await this.posts.lock(item.accountId, post.stableId);
    const known = await this.posts.find(item.accountId, post.stableId);
    const settlement = await this.carryOut(input, known);
    const facts = factsOf(subjectOfPost(post.text, ''), saidBy(item, post));
    if (!(await this.intake.settle(item.id, settlement, { facts, at: this.clock.now() }))) throw new SettledElsewhere();
    const { fate, caseId = null } = settlement;
    await this.outbox.add('intake.settled', { intakeId: item.id, fate, caseId });
  }

  private async carryOut(input: PostToSettle, known: KnownPost | undefined): Promise<Settlement> {
    const { item, post } = input;
    if (known && (known.messageId !== null || (post.edited && !known.isBare && post.byAccount)))
      return this.follow(input, known);
    if (post.byAccount) return this.echo(input);
    const refusal = await this.refusalOf(input);
    if (refusal !== null) return { fate: 'suppressed', reason: refusal };
    await this.posts.lock(item.accountId, socialKeyOf(post));
    const decision = threadPost(await this.threads.lookUp(item.accountId, post));
    return decision.decision === 'append' ? this.append(input, decision) : this.open(input, decision);
  }

  /** What is known already: a later edition is followed, everything else is said twice. */
  private async follow({ item, post }: PostToSettle, known: KnownPost): Promise<Settlement> {
    const own = known.byAccount ? 'What the company said itself comes back.' : 'It is known already.';
    if (!post.edited || !isNewer(post, known)) return { fate: 'duplicate', reason: own };
    const editedAt = post.editedAt ?? item.receivedAt;
    await this.posts.revise(known.id, { externalId: post.externalId, editedAt, text: post.text });
    const reason = 'Its writer changed it.';
    if (known.messageId === null) return { fate: 'message', reason };
    const caseId = await this.reviseMessage.rewrite(actorOf(item), known.messageId, storable(post.text));
    return { fate: 'message', reason, caseId, messageId: known.messageId };
  }

  /** Said by the account, but not through this desk: a colleague used the app of the network. */
  private async echo(input: PostToSettle): Promise<Settlement> {
    const { item, post } = input;
    const echo = await this.adoptEcho.run(item.accountId, post);
    if (echo === 'ours') return { fate: 'duplicate', reason: 'What this desk sent comes back.' };
    if (echo === 'unsure') throw new EchoTooEarly('Something is on its way out.');
    // Whoever posted it may have learned its name since it was looked for.
    const known = await this.posts.find(item.accountId, post.stableId);
    if (known && known.messageId !== null) return this.follow(input, known);
    if (await this.conversations.isElsewhere(item, post))
      return { fate: 'suppressed', reason: await this.asContext(input, HELD_ELSEWHERE) };
    const [place] = await this.threads.lookUpOurs(item.accountId, post);
    const decision = threadPost({ answered: null, keyed: place ? [place] : [] });
    if (decision.decision === 'open' && !isEarly(item, post) && (await this.threads.isOvertaking(item)))
      throw new EchoTooEarly('What it answers may have come before it, and is not settled yet.');
    if (decision.decision === 'open' || isEarly(item, post)) {
      await this.keep(input, null);
      return { fate: 'suppressed', reason: 'The company said it, and it answers no case: kept as context.' };
    }
    const { caseId, homeCaseId } = decision;
    const message = messageOf(item, { post, media: input.media, subject: '', customerId: null });
    const at = item.receivedAt;
    const { messageId } = await this.recordAnswer.run(actorOf(item), { caseId, homeCaseId, message, at });
    await this.keep(input, messageId);
    return { fate: 'message', reason: 'A colleague answered on the network itself.', caseId, homeCaseId, messageId };
  }

  /** Why nothing comes of it, in words; null: it is for somebody to answer. */
  private async refusalOf(input: PostToSettle): Promise<string | null> {
    const { item, post } = input;
    if (isEarly(item, post)) return this.asContext(input, 'It was said before the account was connected.');
    if (await this.conversations.isElsewhere(item, post)) return this.asContext(input, HELD_ELSEWHERE);
    if (!isImported(item.imports, post.concerns))
      return `The account does not import ${concernsInWords(post.concerns)}.`;
    if (post.writer === null) return null;
    if (await this.threads.isOurs(item.network, post.writer.externalId))
      return this.asContext(input, 'Another account of the company said it.');
    const known = await this.identities.find(item.network, identityIdOf(post, post.writer.externalId));
    return known?.blocked ? `The customer ${known.customerName} (${known.customerId}) is blocked.` : null;
  }

  private async asContext(input: PostToSettle, reason: string): Promise<string> {
    await this.keep(input, null);
    return reason;
  }

  private async append(
    input: PostToSettle,
    { caseId, homeCaseId, explain }: Extract<PostDecision, { decision: 'append' }>,
  ): Promise<Settlement> {
    const { item, post, media } = input;
    const customerId = await this.customerOf(input);
    const message = messageOf(item, { post, media, subject: '', customerId });
    const place = { caseId, homeCaseId, message, reason: explain, at: item.receivedAt };
    const { messageId } = await this.appendMessage.run(actorOf(item), place);
    await this.keep(input, messageId);
    return { fate: 'message', reason: explain, caseId, homeCaseId, messageId };
  }

  private async open(
    input: PostToSettle,
    { continuesCaseId, explain }: Extract<PostDecision, { decision: 'open' }>,
  ): Promise<Settlement> {
    const { item, post, media } = input;
    const customerId = await this.customerOf(input);
    const subject = storable(subjectOfPost(post.text, post.writer?.name || post.writer?.handle || ''));
    const opened = await this.openCase.run(actorOf(item), {
      ...{ brandId: item.brandId, mailboxId: null, groupId: item.groupId, customerId, continuesCaseId },
      ...{ channel: item.network === 'x' ? 'twitter' : 'facebook', language: post.language, demo: item.demo },
      // The usual is no news in the history; the ledger has it.
      reason: continuesCaseId === null ? null : explain,
      at: item.receivedAt,
      message: messageOf(item, { post, media, subject, customerId }),
    });
    await this.threads.place(opened.caseId, { accountId: item.accountId, key: socialKeyOf(post) });
    await this.keep(input, opened.messageId);
    return { fate: 'message', reason: explain, ...opened };
  }

  private customerOf({ item, post, avatar }: PostToSettle): Promise<number> {
    const { writer, language } = post;
    if (writer === null) return this.identities.createNameless(item.network);
    const { handle, name, ...facts } = writer;
    return this.identities.findOrCreate({
      ...{ ...facts, network: item.network, externalId: identityIdOf(post, facts.externalId) },
      ...{ handle: storable(handle), name: storable(name) },
      ...(language === null ? {} : { language }),
      ...(avatar === null ? {} : { avatar }),
    });
  }

  private keep({ item, post, avatarSha256 }: PostToSettle, messageId: number | null): Promise<void> {
    const { accountId } = item;
    return this.posts.keep({
      ...{ accountId, post, messageId, byAccount: post.byAccount, avatarSha256 },
    });
  }
}

/** What was said before an account was connected is no work for anybody. Facebook tells times in whole seconds. */
function isEarly({ connectedAt }: SocialItem, { at }: PostFacts): boolean {
  return at.getTime() < Math.floor(connectedAt.getTime() / 1000) * 1000;
}

/** Editions may come in any order; the latest stays. */
function isNewer(post: PostFacts, known: KnownPost): boolean {
  if (post.externalId === known.editionId && post.externalId !== post.stableId) return false;
  if (post.network === 'x' && known.editionId && isXId(post.externalId) && isXId(known.editionId))
    return compareXIds(post.externalId, known.editionId) > 0;
  return known.editedAt === null || post.editedAt === null || post.editedAt >= known.editedAt;
}
