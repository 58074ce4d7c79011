import { Inject, Injectable } from '@nestjs/common';
import { ReviseMessage, type PlaceFate } from '@bureau/cases';
import type { PostFacts, SocialFact } from '@bureau/domain';
import { Clock, CONFIG, type Config } from '@bureau/platform';
import type { Settlement } from '../../intake/intake.repository.ts';
import { SocialHandoverRepository } from './social-handover.repository.ts';
import type { SocialItem } from './social-item.repository.ts';
import { SocialPostRepository } from './social-post.repository.ts';
import { actorOf, EchoTooEarly } from './social-settlement.ts';

/** For so long a message may come after what is said about it: webhooks know no order. */
const MESSAGE_COMES_MS = 5 * 60_000;

/** Follows what happens in a private conversation besides words, within the transaction that settles an item. */
@Injectable()
export class FollowConversation {
  constructor(
    private readonly handovers: SocialHandoverRepository,
    private readonly posts: SocialPostRepository,
    private readonly reviseMessage: ReviseMessage,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'facebook'>,
  ) {}

  /** A line on the message, as it looks there. */
  async react(item: SocialItem, fact: Extract<SocialFact, { kind: 'reacted' }>): Promise<Settlement> {
    if (!(await this.posts.find(item.accountId, fact.externalId))) return this.untold(fact);
    const reacted = await this.handovers.react(item.accountId, fact);
    if (!reacted) return { fate: 'duplicate', reason: 'It is known already.' };
    const event = fact.reaction === null ? 'post.unreacted' : 'post.reacted';
    const reason = fact.reaction === null ? 'A reaction was taken back.' : `Somebody reacted with ${fact.reaction}.`;
    return this.tell(item, { messageId: reacted.messageId, event, reason });
  }

  /** Another app of the page takes a conversation over, or gives it to this desk. */
  async handOver(item: SocialItem, fact: Extract<SocialFact, { kind: 'handed-over' }>): Promise<Settlement> {
    const { conversationId, owner, at } = fact;
    const elsewhere = owner === null || owner !== this.config.facebook.app?.id;
    if (!(await this.handovers.keep(item.accountId, { conversationId, elsewhere, at })))
      return { fate: 'duplicate', reason: 'It is known already.' };
    const messageId = await this.handovers.latestMessage(item.accountId, conversationId);
    return this.tell(item, {
      ...{ messageId, event: elsewhere ? 'post.handed-over' : 'post.handed-back' },
      reason: elsewhere ? 'Another app took the conversation over.' : 'The conversation came back to this desk.',
    });
  }

  /** Whether another app answers: a webhook says so itself, and whoever asks afterwards has to remember. */
  async isElsewhere({ accountId, envelope }: SocialItem, post: PostFacts): Promise<boolean> {
    if (post.heldElsewhere) return true;
    if (envelope.social?.form !== 'facebook-conversations') return false;
    return this.handovers.isElsewhere(accountId, post.conversationId);
  }

  /** What was just said may be on its way; of what was said long ago nobody tells any more. */
  private untold({ at }: { at: Date }): Settlement {
    if (this.clock.now().getTime() - at.getTime() < MESSAGE_COMES_MS)
      throw new EchoTooEarly('Its message is on its way.');
    return { fate: 'suppressed', reason: 'Nobody has told of the message that it is about.' };
  }

  private async tell(
    item: SocialItem,
    told: { messageId: number | null; event: Exclude<PlaceFate, 'post.edited'>; reason: string },
  ): Promise<Settlement> {
    const { messageId, event, reason } = told;
    if (messageId === null) return { fate: 'suppressed', reason: `${reason} It is part of no case.` };
    const caseId = await this.reviseMessage.tell(actorOf(item), messageId, event);
    return { fate: 'message', reason, caseId, messageId };
  }
}
