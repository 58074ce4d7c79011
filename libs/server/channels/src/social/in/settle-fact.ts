import { Injectable } from '@nestjs/common';
import { OpenCase, ReviseMessage, type PlaceFate } from '@bureau/cases';
import { NetworkIdentityRepository } from '@bureau/customers';
import type { PostFacts, SocialFact } from '@bureau/domain';
import { BlobStorage, Clock, Database, Outbox } from '@bureau/platform';
import { storable } from '../../intake/inbound-from-mail.ts';
import { IntakeRepository, type Settlement } from '../../intake/intake.repository.ts';
import type { Verdict } from '../../intake/settle-mail.ts';
import { FollowConversation } from './follow-conversation.ts';
import type { SocialItem } from './social-item.repository.ts';
import { SocialPostRepository, type Mark } from './social-post.repository.ts';
import { actorOf, factsOf, messageOf, SettledElsewhere } from './social-settlement.ts';

export type OtherFact = Exclude<SocialFact, { kind: 'post' }>;

const MARKS: Record<
  'removed' | 'hidden' | 'shown',
  { mark: Mark; event: Extract<PlaceFate, 'post.removed' | 'post.hidden' | 'post.shown'>; reason: string }
> = {
  removed: { mark: 'deleted', event: 'post.removed', reason: 'It was taken down.' },
  hidden: { mark: 'hidden', event: 'post.hidden', reason: 'It was hidden from others.' },
  shown: { mark: 'shown', event: 'post.shown', reason: 'It is shown to others again.' },
};

/** How much of what nobody could read stands in a case that a person makes of it, in characters. */
const SHOWN_AT_MOST = 4000;

/** Gives everything that is no post its one fate, and carries it out, in one transaction. */
@Injectable()
export class SettleFact {
  constructor(
    private readonly intake: IntakeRepository,
    private readonly posts: SocialPostRepository,
    private readonly identities: NetworkIdentityRepository,
    private readonly openCase: OpenCase,
    private readonly reviseMessage: ReviseMessage,
    private readonly conversations: FollowConversation,
    private readonly storage: BlobStorage,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(item: SocialItem, fact: OtherFact, verdict?: Verdict): Promise<void> {
    const raw = verdict && (await this.storage.readBuffer(item.rawSha256)).toString('utf8');
    try {
      await this.database.transaction(async () => {
        const settlement = raw === undefined ? await this.carryOut(item, fact) : await this.open(item, fact, raw);
        const facts = factsOf(wordsOf(fact), '');
        if (!(await this.intake.settle(item.id, settlement, { facts, at: this.clock.now() })))
          throw new SettledElsewhere();
        const { fate, caseId = null } = settlement;
        await this.outbox.add('intake.settled', { intakeId: item.id, fate, caseId });
      });
    } catch (error) {
      if (!(error instanceof SettledElsewhere)) throw error;
    }
  }

  private async carryOut(item: SocialItem, fact: OtherFact): Promise<Settlement> {
    switch (fact.kind) {
      case 'removed':
      case 'hidden':
      case 'shown':
        return this.mark(item, fact.kind, fact.externalId);
      case 'reacted':
        return this.conversations.react(item, fact);
      case 'handed-over':
        return this.conversations.handOver(item, fact);
      case 'access-revoked':
        return { fate: 'suppressed', reason: 'The network took access to the account back.' };
      case 'ignored':
        return { fate: 'suppressed', reason: fact.what };
      case 'unknown':
        return {
          fate: 'held',
          reason: `${fact.what}. It is kept as it came; look at it, and dismiss it or make a case of it.`,
        };
    }
  }

  private async mark(item: SocialItem, kind: keyof typeof MARKS, externalId: string): Promise<Settlement> {
    const { mark, event, reason } = MARKS[kind];
    const known = await this.posts.find(item.accountId, externalId);
    await this.posts.lock(item.accountId, known?.stableId ?? externalId);
    const marked = await this.posts.mark(item.accountId, { externalId, mark, at: item.receivedAt });
    if (!marked) return { fate: 'duplicate', reason: 'It is known already.' };
    if (marked.messageId === null) return { fate: 'suppressed', reason: `${reason} It is part of no case.` };
    const caseId = await this.reviseMessage.tell(actorOf(item), marked.messageId, event);
    return { fate: 'message', reason, caseId, messageId: marked.messageId };
  }

  /** A person's word outweighs what the desk can read. */
  private async open(item: SocialItem, fact: OtherFact, raw: string): Promise<Settlement> {
    const said = wordsOf(fact);
    const customerId = await this.identities.createNameless(item.network);
    const message = messageOf(item, {
      ...{ post: nameless(item, `${said}\n\n${raw.slice(0, SHOWN_AT_MOST)}`) },
      ...{ media: { files: [], notices: [] }, subject: storable(said).slice(0, 200), customerId },
    });
    const opened = await this.openCase.run(actorOf(item), {
      ...{ brandId: item.brandId, mailboxId: null, groupId: item.groupId, customerId, demo: item.demo },
      ...{ channel: item.network === 'x' ? 'twitter' : 'facebook', at: item.receivedAt, message },
    });
    return { fate: 'message', reason: 'A person made a case of it.', ...opened };
  }
}

function wordsOf(fact: OtherFact): string {
  switch (fact.kind) {
    case 'ignored':
    case 'unknown':
      return fact.what;
    case 'access-revoked':
      return 'Access was taken back';
    case 'reacted':
      return fact.reaction ?? 'A reaction was taken back';
    case 'handed-over':
      return 'A conversation changes hands';
    default:
      return MARKS[fact.kind].reason;
  }
}

function nameless({ network, receivedAt }: SocialItem, text: string): PostFacts {
  return {
    ...{ network, externalId: '', stableId: '', kind: 'message', conversationId: '', parentId: null, quotedId: null },
    ...{
      writer: null,
      byAccount: false,
      text,
      language: null,
      url: null,
      at: receivedAt,
      edited: false,
      editedAt: null,
    },
    ...{ concerns: [], media: [], ourMark: null },
  };
}
